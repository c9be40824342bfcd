package io.provincelink.trade.load.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.kit.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of any file. */
class CsvPropertiesTest {

    /** Characters with a meaning in CSV, and such whose bytes in GB18030 hold one: 瓅 ends in a bar, 㐀 has two digits. */
    private static final List<String> CHARACTERS =
            List.of("a", ",", ";", "|", "\t", "\"", "\r", "\n", " ", ".", "瓅", "㐀", "天", "\uD840\uDC0B");

    /** @param ends of lines */
    record Written(Dialect dialect, List<List<String>> table, String ends, boolean allQuoted, boolean lastEnded) {

        byte[] bytes() {
            StringBuilder text = new StringBuilder();
            for (List<String> row : table) {
                for (int i = 0; i < row.size(); i++) {
                    text.append(i == 0 ? "" : dialect.separator()).append(field(row.get(i), row.size() == 1));
                }
                text.append(ends);
            }
            int cut = lastEnded ? 0 : ends.length();
            return text.substring(0, Math.max(0, text.length() - cut))
                    .getBytes(dialect.encoding().charset());
        }

        private String field(String value, boolean alone) {
            boolean needed = value.indexOf(dialect.separator()) >= 0
                    || value.indexOf('\n') >= 0
                    || value.indexOf('"') >= 0
                    || value.endsWith("\r")
                    || value.isEmpty() && alone;
            return needed || allQuoted ? "\"" + value.replace("\"", "\"\"") + "\"" : value;
        }
    }

    @Property(tries = 500)
    void any_table_in_any_dialect_reads_back(@ForAll("written") Written written) throws IOException {
        CsvScanner scanner = new CsvScanner(inPieces(written.bytes()), written.dialect());

        List<List<String>> read = new ArrayList<>();
        while (scanner.next()) {
            assertThat(scanner.fault()).isNull();
            List<String> row = new ArrayList<>();
            for (int i = 0; i < scanner.fields(); i++) {
                row.add(new String(
                        scanner.bytes(),
                        scanner.start(i),
                        scanner.end(i) - scanner.start(i),
                        written.dialect().encoding().charset()));
            }
            read.add(row);
        }

        assertThat(read).isEqualTo(written.table());
    }

    @Property(tries = 300)
    void any_bytes_are_read_or_refused_by_name(
            @ForAll("dialects") Dialect dialect, @ForAll("lines") String header, @ForAll byte[] bytes) {
        byte[] start = header.getBytes(StandardCharsets.UTF_8);
        byte[] file = Arrays.copyOf(start, start.length + bytes.length);
        System.arraycopy(bytes, 0, file, start.length, bytes.length);

        try {
            ReadFile read = ReadFile.bytes(file, dialect);
            assertThat(read.rows).isEmpty();
        } catch (ProblemException refused) {
            assertThat(refused.faults()).isNotEmpty();
        }
    }

    /** What is damaged is never taken for something else than it was, but for a digit that became another one. */
    @Property(tries = 300)
    void a_damaged_file_is_read_or_refused_by_name(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] file = (ReadFile.HEADER + "\r\n"
                        + "1972-05,XA.01,XB.010100,EXPORT,\"gate-one\",NORMAL,080810,USD,1250.5,12.345,FINAL\r\n"
                                .repeat(3))
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 3; i++) {
            file[random.nextInt(file.length)] = (byte) random.nextInt(256);
        }

        try {
            ReadFile read = ReadFile.bytes(file, new Dialect(Encoding.GB18030, ',', '.'));
            assertThat(read.rows.size()).isLessThanOrEqualTo(3);
            assertThat(read.rows.size() + read.errors.count()).isPositive();
        } catch (ProblemException refused) {
            assertThat(refused.faults()).isNotEmpty();
        }
    }

    @Provide
    Arbitrary<Dialect> dialects() {
        return Combinators.combine(Arbitraries.of(Encoding.class), Arbitraries.of(',', ';', '\t', '|'))
                .as((encoding, separator) -> new Dialect(encoding, separator, '.'));
    }

    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.of("", ReadFile.HEADER + "\n", ReadFile.HEADER.replace(',', ';') + "\n1972-05;\"");
    }

    @Provide
    Arbitrary<Written> written() {
        Arbitrary<String> field =
                Arbitraries.of(CHARACTERS).list().ofMaxSize(6).map(characters -> String.join("", characters));
        Arbitrary<List<List<String>>> table =
                field.list().ofMinSize(1).ofMaxSize(5).list().ofMaxSize(6);
        return Combinators.combine(
                        dialects(),
                        table,
                        Arbitraries.of("\n", "\r\n"),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as(Written::new);
    }

    /** As a network brings it. */
    private static InputStream inPieces(byte[] bytes) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(3, length));
            }
        };
    }
}
