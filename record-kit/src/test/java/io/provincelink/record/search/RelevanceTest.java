package io.provincelink.record.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.kit.words.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelevanceTest {

    private static final Text TITLE = new Text("Thuỷ lợi Đồng Văn", "水利合作", "Waterworks of Dong Van");

    @ParameterizedTest
    @CsvSource({
        // each word whole
        "thuy dong, 90",
        "WATERWORKS, 90",
        "水利, 90",
        // one whole, one by its beginning: 90 * 5 / 6
        "dong water, 75",
        "water, 60",
        // one whole, one not at all: 90 * 4 / 6
        "dong elsewhere, 60",
        "elsewhere, 30",
        // the title, or the code, and nothing else
        "thuy loi dong van, 100",
        "水利合作, 100",
        "a-code, 40",
    })
    void countsWhatTheTitleHasOfEachWord(String q, int points) {
        assertThat(Relevance.to(q).of(TITLE, "a-code")).isEqualTo(points);
    }

    @Test
    void withoutATitleEachWordIsElsewhere() {
        assertThat(Relevance.to("dong van").of(null, null)).isEqualTo(30);
    }

    @Test
    void saysWhereAWordIsThatTheTitleLacks() {
        List<String> texts = List.of("Thuỷ lợi Đồng Văn", "Tỉnh Hà Giang", "Tỉnh Hà Nội");
        assertThat(Relevance.to("thuy ha").foundIn(TITLE, texts)).isEqualTo("Tỉnh Hà Giang");
        assertThat(Relevance.to("thuy dong").foundIn(TITLE, texts)).isNull();
    }

    @Test
    void cutsALongTextAroundTheWord() {
        String text = "word ".repeat(100) + "here it is " + "more ".repeat(100);
        String piece = Relevance.to("here").foundIn(TITLE, List.of(text));
        assertThat(piece).contains("here it is").startsWith("…").endsWith("…").hasSizeLessThan(170);
    }

    @Test
    void cutsALongTextWithoutBlanksFromItsBeginning() {
        assertThat(Relevance.to("河江").foundIn(TITLE, List.of("文".repeat(300) + "河江")))
                .hasSizeLessThan(170)
                .endsWith("…");
    }
}
