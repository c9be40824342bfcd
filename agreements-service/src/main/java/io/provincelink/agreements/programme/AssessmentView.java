package io.provincelink.agreements.programme;

import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Standing;
import io.provincelink.kit.words.Text;
import io.provincelink.record.confirmation.Confirmation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An assessment with how the parties stand to it. */
public record AssessmentView(
        @Nullable LocalDate heldOn,
        Assessment.Format format,
        List<String> sites,
        Text summary,
        List<Text> shortcomings,
        List<Text> nextSteps,
        Standing standing,
        List<Confirmation> confirmations,
        @Nullable Source source,
        @Nullable Text note) {

    static @Nullable AssessmentView of(Programme programme) {
        Assessment joint = programme.assessment();
        return joint == null
                ? null
                : new AssessmentView(
                        joint.heldOn(),
                        joint.format(),
                        joint.sites(),
                        joint.summary(),
                        joint.shortcomings(),
                        joint.nextSteps(),
                        programme.assessmentConfirmations().standing(programme.parties()),
                        programme.assessmentConfirmations().words(),
                        joint.source(),
                        joint.note());
    }
}
