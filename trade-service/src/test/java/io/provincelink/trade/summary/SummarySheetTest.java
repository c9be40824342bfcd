package io.provincelink.trade.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.kit.region.Regions;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Qualifier;
import io.provincelink.kit.words.Recorded.Coverage;
import io.provincelink.trade.export.Sheet;
import io.provincelink.trade.export.Wording;
import io.provincelink.trade.figure.Attribution;
import io.provincelink.trade.figure.Valuation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SummarySheetTest {

    private static final Wording WORDS = new Wording("en", Regions.load(), LocalDate.of(2026, 11, 29));

    @Test
    void a_few_reporters_are_named_in_the_title_and_the_files_name() {
        Sheet sheet = sheet("XA.01", "XB.010100");

        assertThat(sheet.title()).contains("(XA.01)", "(XB.010100)");
        assertThat(sheet.file()).isEqualTo("trade-summary-XA.01-XB.010100-2019-01-2019-12");
    }

    @Test
    void many_reporters_are_named_in_their_rows_and_the_source_alone() {
        Sheet sheet = sheet("XA.01", "XA.02", "XB.010000", "XB.010100");

        assertThat(sheet.title()).isEqualTo("Trade figures · 2019-01-01/2019-12-31");
        assertThat(sheet.file()).isEqualTo("trade-summary-2019-01-2019-12");
        assertThat(sheet.notes().get(0).text()).contains("(XA.01)", "(XA.02)", "(XB.010000)", "(XB.010100)");
    }

    private static Sheet sheet(String... reporters) {
        return new TradeSummary(
                        List.of(),
                        Period.years(2019, 2019),
                        List.of(),
                        null,
                        Stream.of(reporters).map(SummarySheetTest::item).toList(),
                        Map.of())
                .sheet(WORDS);
    }

    private static TradeSummaryItem item(String reporter) {
        return new TradeSummaryItem(
                reporter,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                BigDecimal.ONE,
                "USD",
                Qualifier.EXACT,
                null,
                1,
                0,
                0,
                0,
                new Coverage(1, 12, "month"),
                Attribution.GATE,
                List.of(Valuation.FOB));
    }
}
