package io.provincelink.kit.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionFileTest {

    private static final String COUNTRY = "VN,COUNTRY,VN,,Việt Nam,越南,Viet Nam,,,";

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "VN.01,PROVINCE,VN,VN,A,,A,,|9 columns instead of 10",
                "VN.01,PROVINCE,VN,VN,A,,A,,,,|11 columns instead of 10",
                "~~|1 columns instead of 10",
                "VN.01,PROVINCE,VN,VN,\"A\",,A,,,|a quotation mark",
                "VN.01,STATE,VN,VN,A,,A,,,|level \"STATE\" cannot be",
                "VN.01,PROVINCE,CN,VN,A,,A,,,|country \"CN\" cannot be",
                "vn.01,PROVINCE,VN,VN,A,,A,,,|country \"VN\" cannot be",
                "VN.1 1,PROVINCE,VN,VN,A,,A,,,|code \"VN.1 1\" cannot be",
                "VN.01,PROVINCE,VN,,A,,A,,,|parent \"\" cannot be",
                "VN.01,PROVINCE,VN,VN, ,,,,,|no name in any language",
                "VN.01,PROVINCE,VN,VN,A,,A,2025-02-30,,|valid_from \"2025-02-30\" cannot be",
                "VN.01,PROVINCE,VN,VN,A,,A,2025-07-01,2025-06-30,|valid_to \"2025-06-30\" cannot be",
                "VN.01,PROVINCE,VN,VN,A,,A,,,VN.02|successors \"VN.02\" cannot be",
                "VN.01,PROVINCE,VN,VN.09,A,,A,,,|parent VN.09 is not a unit for all the time of VN.01",
                "VN.01,PROVINCE,VN,VN.01,A,,A,,,|parent VN.01 is not above PROVINCE",
                "VN.01,PROVINCE,VN,VN,A,,A,,2025-06-30,VN.02|successor VN.02 is not a unit on the day after 2025-06-30",
                "VN,COUNTRY,VN,,A,,A,2025-07-01,,|overlaps another unit with its code",
            })
    void aLineThatBreaksARuleStopsTheLoadAndIsNamed(String line, String complaint) {
        String text = String.join("\n", RegionFile.HEADER, COUNTRY, line) + "\n";

        assertThatIllegalStateException()
                .isThrownBy(() -> regions(text))
                .withMessageMatching("(?s)broken\\.csv, line 3: .*")
                .withMessageContaining(complaint);
    }

    @Test
    void theLineOfTheComplaintIsTheLineOfTheFile() {
        String text = String.join("\n", RegionFile.HEADER, COUNTRY, COUNTRY.replace("VN", "CN"), "oops", COUNTRY);

        assertThatIllegalStateException()
                .isThrownBy(() -> regions(text))
                .withMessage("broken.csv, line 4: 1 columns instead of 10");
    }

    @Test
    void aFileWithAnotherHeaderIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> regions("code;level\n"))
                .withMessageStartingWith("broken.csv, line 1: the header must be code,level,");
        assertThatIllegalStateException().isThrownBy(() -> regions(""));
    }

    @Test
    void aFileInAnotherEncodingIsRefused() {
        byte[] latin = (RegionFile.HEADER + "\nVN,COUNTRY,VN,,Vi\u00e9t,,,,,\n").getBytes(StandardCharsets.ISO_8859_1);

        assertThatIllegalStateException()
                .isThrownBy(() -> RegionFile.read("broken.csv", latin))
                .withMessage("broken.csv, line 2: not UTF-8 text");
    }

    @Test
    void linesMayEndAsOnWindows() {
        assertThat(regions(RegionFile.HEADER + "\r\n" + COUNTRY + "\r\n")
                        .history("VN")
                        .get(0)
                        .successors())
                .isEmpty();
    }

    @Test
    void chainsOfMergersAndDivisionsAreFollowedToTheirEnd() {
        Regions regions = regions(String.join(
                "\n",
                RegionFile.HEADER,
                COUNTRY,
                "VN.01,PROVINCE,VN,VN,A,,A,,2007-12-31,VN.02 VN.03",
                "VN.02,PROVINCE,VN,VN,B,,B,,2025-06-30,VN.02",
                "VN.02,PROVINCE,VN,VN,B,,B,2025-07-01,,",
                "VN.03,PROVINCE,VN,VN,C,,C,,,"));
        Region first = regions.history("VN.01").get(0);

        assertThat(regions.current(first, LocalDate.of(2010, 1, 1)))
                .extracting(Region::key)
                .containsExactlyInAnyOrder("VN.02", "VN.03");
        assertThat(regions.current(first, LocalDate.of(2026, 1, 1)))
                .extracting(Region::key)
                .containsExactlyInAnyOrder("VN.02@2025-07-01", "VN.03");
        assertThat(regions.guardians(first)).containsExactlyInAnyOrder("VN.01", "VN.02", "VN.02@2025-07-01", "VN.03");
        assertThat(regions.decidesFor("VN.02", "VN.01", LocalDate.of(2000, 1, 1), LocalDate.of(2026, 1, 1)))
                .isTrue();
    }

    private static Regions regions(String text) {
        return new Regions(
                RegionFile.read("broken.csv", text.getBytes(StandardCharsets.UTF_8)),
                RegionFile.read("none.csv", RegionFile.HEADER.getBytes(StandardCharsets.UTF_8)));
    }
}
