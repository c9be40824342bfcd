package io.provincelink.gateway.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.provincelink.gateway.review.Review.Basis;
import io.provincelink.gateway.review.Review.Verdict;
import io.provincelink.gateway.upstream.AnswerTags;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Text;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReviewTagTest {

    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
    private final AnswerTags tags = new AnswerTags(json, "1.0.0");

    @Test
    void equalReviewsHaveTheSameTag() {
        assertThat(tags.of(review(Verdict.MET))).isEqualTo(tags.of(review(Verdict.MET)));
    }

    /** As after a release that judges the same figures in another way. */
    @Test
    void anotherVerdictOnTheSameFiguresIsAnotherAnswer() {
        assertThat(tags.of(review(Verdict.MET))).isNotEqualTo(tags.of(review(Verdict.EXCEEDED)));
    }

    @Test
    void anotherContractIsAnotherAnswer() {
        assertThat(new AnswerTags(json, "1.1.0").of(review(Verdict.MET))).isNotEqualTo(tags.of(review(Verdict.MET)));
    }

    private static Review review(Verdict verdict) {
        Figure target = Figure.exact(100, "work");
        var programme = new Review.Programme(
                new UUID(1, 2),
                "p",
                "BILATERAL",
                Text.en("P"),
                List.of("VN.02", "CN.532600"),
                Period.years(2016, 2020),
                "COMPLETED");
        var result = new Review.Result(
                "works", Text.en("Works"), "work", target, List.of(), null, null, Basis.RECORDED, verdict);
        return new Review(programme, List.of(result), List.of(), List.of(), List.of(), null, List.of());
    }
}
