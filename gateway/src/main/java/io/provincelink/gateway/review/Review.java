package io.provincelink.gateway.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Recorded;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Standing;
import io.provincelink.kit.words.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a programme agreed and what came of it. A key is always there; where nothing is known its value is null.
 *
 * @param results each indicator with a goal, a published or a recorded figure
 * @param mechanisms how often the parties' talks were due and held
 * @param donations gifts in kind between the parties
 * @param assessment the parties' own judgement, null where there is none
 * @param unavailable the services that did not answer in time; what they know is missing above, never guessed
 */
public record Review(
        Programme programme,
        List<Result> results,
        List<Mechanism> mechanisms,
        List<Twinning> twinnings,
        List<Donation> donations,
        @Nullable Assessment assessment,
        List<String> unavailable) {

    /** The programme in short. */
    @Schema(name = "ReviewedProgramme")
    public record Programme(
            UUID id, String code, String kind, Text title, List<String> parties, Period period, String status) {}

    /**
     * One indicator: wanted, published, recorded.
     *
     * @param title null where the service that knows it is unavailable
     * @param target null where there is none, or none was published
     * @param recorded null where nobody counts it: where no service does for this indicator, where the programme has no two sides
     *     of which to count what they did together, or where the service that counts is unavailable
     * @param progress the figure that the verdict rests on, in percent of the target; null where the two cannot be compared
     * @param basis which figure the verdict rests on; null where there is none
     */
    @Schema(name = "ReviewResult")
    public record Result(
            String indicator,
            @Nullable Text title,
            @Nullable String unit,
            @Nullable Figure target,
            List<PublishedFigure> published,
            @Nullable Counted recorded,
            @Nullable Figure progress,
            @Nullable Basis basis,
            Verdict verdict) {}

    /**
     * What the system counted itself.
     *
     * @param coverage null where nobody can say how many records there should be
     */
    @Schema(name = "ReviewRecorded")
    public record Counted(Figure figure, Recorded.@Nullable Coverage coverage) {

        static @Nullable Counted of(@Nullable Recorded recorded) {
            return recorded == null ? null : new Counted(recorded.figure(), recorded.coverage());
        }
    }

    /** Which figure a verdict rests on. */
    @Schema(name = "ReviewBasis")
    public enum Basis {
        RECORDED,
        PUBLISHED
    }

    /** What became of a goal; the rule is in {@code docs/verdicts.md}. */
    @Schema(name = "ReviewVerdict")
    public enum Verdict {
        /** More than was wanted. */
        EXCEEDED,
        /** What was wanted. */
        MET,
        /** Not yet, but as far as the time that has passed asks for. */
        ON_TRACK,
        /** Less than was wanted, or than the time that has passed asks for. */
        BEHIND,
        /** Nobody has published what was wanted. */
        NO_TARGET,
        /** What is known decides nothing. */
        NO_DATA
    }

    /**
     * How regular talks were kept.
     *
     * @param due null where nobody knows since when they are held
     * @param noRecord due, but nothing was recorded; that does not mean it was missed
     */
    @Schema(name = "ReviewMechanism")
    public record Mechanism(String id, Text title, @Nullable Long due, long held, long notHeld, long noRecord) {}

    /** Units of the two sides that are friends. */
    @Schema(name = "ReviewTwinning")
    public record Twinning(String id, String level, List<Side> sides) {

        /** @param count where the source counts the units without naming them; else left out */
        @Schema(name = "ReviewTwinningSide")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        public record Side(
                String country,
                List<String> regions,
                @Nullable Figure count) {}
    }

    /** A gift in kind. */
    @Schema(name = "ReviewDonation")
    public record Donation(
            String id,
            @Nullable Period on,
            List<Item> items,
            List<Text> donors,
            @Nullable Text note,
            @Nullable Source source) {

        /** What was given, and how much of it. */
        @Schema(name = "ReviewDonatedItem")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        public record Item(Text what, @Nullable Figure figure) {}
    }

    /**
     * What the parties themselves say at the end.
     *
     * @param heldOn null where the source does not give the day
     */
    @Schema(name = "ReviewAssessment")
    public record Assessment(
            @Nullable LocalDate heldOn,
            @Nullable String format,
            List<String> sites,
            Text summary,
            List<Text> shortcomings,
            List<Text> nextSteps,
            Standing standing,
            @Nullable Source source,
            @Nullable Text note) {}
}
