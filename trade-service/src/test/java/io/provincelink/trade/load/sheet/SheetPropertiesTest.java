package io.provincelink.trade.load.sheet;

import static io.provincelink.trade.load.sheet.Sheets.HEADER;
import static io.provincelink.trade.load.sheet.Sheets.ROW;
import static io.provincelink.trade.load.sheet.Sheets.cells;
import static io.provincelink.trade.load.sheet.Sheets.parts;
import static io.provincelink.trade.load.sheet.Sheets.read;
import static io.provincelink.trade.load.sheet.Sheets.row;
import static io.provincelink.trade.load.sheet.Sheets.workbook;
import static io.provincelink.trade.load.sheet.Sheets.zip;
import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.kit.problem.ProblemException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds of any workbook, however damaged. */
class SheetPropertiesTest {

    @Property(tries = 200)
    void a_damaged_workbook_is_read_or_refused_by_name(
            @ForAll @Size(3) List<@IntRange(max = 100_000) Integer> places, @ForAll byte with) {
        byte[] file = workbook(sheet -> {
            row(sheet, 0, HEADER);
            row(sheet, 1, ROW);
        });
        places.forEach(place -> file[place % file.length] = with);

        try {
            assertThat(read(file).rows.size()).isLessThanOrEqualTo(1);
        } catch (ProblemException refused) {
            assertThat(refused.faults()).isNotEmpty();
        }
    }

    @Property(tries = 200)
    void damaged_xml_is_read_or_refused_by_name(@ForAll @IntRange(max = 3000) int place, @ForAll char with) {
        StringBuilder data = new StringBuilder("<row>" + cells(HEADER) + "</row><row>" + cells(ROW) + "</row>");
        data.setCharAt(place % data.length(), with);

        try {
            assertThat(read(zip(parts(data.toString()))).rows.size()).isLessThanOrEqualTo(1);
        } catch (ProblemException refused) {
            assertThat(refused.faults()).isNotEmpty();
        }
    }
}
