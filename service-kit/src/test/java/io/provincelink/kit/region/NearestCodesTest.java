package io.provincelink.kit.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestCodesTest {

    private static final Regions REGIONS = Regions.load();

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "VN.2, VN.02",
        "vn.02, VN.02",
        "VN-02, VN.02",
        "' VN.02 ', VN.02",
        "VN02, VN.02",
        "02, VN.02",
        "CN.5326, CN.532600",
        "CN.53260, CN.532600",
        "CN.53262A, CN.532622",
        "532600, CN.532600",
        "VN.0928, VN.00928",
        "XX.02, VN.02",
        "VM, VN",
        "XA.1, XA.01",
    })
    void aTypingSlipLeadsToTheCodeThatWasMeant(String slip, String meant) {
        assertThat(REGIONS.nearest(slip, 3)).first().isEqualTo(meant);
    }

    @Test
    void codesOfTheSameCountryAreNamed() {
        assertThat(REGIONS.nearest("VN.99", 5))
                .hasSize(5)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.startsWith("VN."));
    }

    @Test
    void aCodeFarFromAllOthersLeadsToItsCountryAtMost() {
        assertThat(REGIONS.nearest("VN.ABCDEFGH", 5)).containsExactly("VN");
        assertThat(REGIONS.nearest("Hà Giang", 5)).isEmpty();
    }

    @Test
    void inventedCodesAreNotProposedForRealOnes() {
        assertThat(REGIONS.nearest("XX.01", 50)).isNotEmpty().noneMatch(code -> code.startsWith("XA"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", ".", "..", "VN.", "ẞẞẞẞẞẞẞẞẞẞẞẞẞẞ", "VN.00000000000000000000000000000000000", "𠀀"})
    void whateverIsSentIsAnswered(String sent) {
        assertThat(REGIONS.nearest(sent, 5)).hasSizeLessThanOrEqualTo(5);
        assertThat(REGIONS.nearest(sent, 0)).isEmpty();
    }

    @Test
    void theAnswerIsAlwaysTheSame() {
        List<String> first = REGIONS.nearest("VN.0099", 10);

        assertThat(Regions.load().nearest("VN.0099", 10)).isEqualTo(first).hasSize(10);
    }
}
