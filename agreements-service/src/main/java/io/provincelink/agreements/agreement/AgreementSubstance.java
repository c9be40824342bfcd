package io.provincelink.agreements.agreement;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.words.Party;
import io.provincelink.kit.words.Text;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the parties put their names to; it stands once it was signed. */
record AgreementSubstance(
        AgreementKind kind,
        AgreementLevel level,
        Text title,
        List<Party> parties,
        List<Text> legalBasis,
        List<String> authenticLanguages,
        @Nullable String prevailingLanguage) {

    /** What else an agreement says of itself, by the names of a patch. */
    static final String REST = "fields, restsOn, renews, note, source, externalIds";

    /**
     * What was signed here nobody changes. What the record only says was signed, and the days that it states, the side corrects that
     * wrote it: else the other side could sign for both by a word.
     *
     * @throws ProblemException 409 naming what may still change, 403 naming who may change it
     */
    static void requireMayChange(Agreement agreement, AgreementDraft draft, Caller caller) {
        AgreementDraft present = AgreementDraft.of(agreement);
        boolean wordsStay = draft.substance().equals(present.substance());
        boolean daysStay = Objects.equals(draft.signedOn(), present.signedOn())
                && Objects.equals(draft.period(), present.period());
        if (!wordsStay && agreement.life().signedHere()) {
            throw ProblemException.of(AgreementProblem.SIGNED, REST);
        }
        boolean statesAnew = !daysStay || !wordsStay && agreement.life().stated();
        if (statesAnew && !agreement.isActedForBy(caller, agreement.owner())) {
            throw ProblemException.of(AgreementProblem.STATED_BY_WRITER, agreement.owner(), REST);
        }
    }
}
