package io.provincelink.agreements.agreement;

import io.provincelink.agreements.agreement.life.AgreementAction;
import io.provincelink.agreements.agreement.life.AgreementActionType;
import io.provincelink.agreements.agreement.life.AgreementStatus;
import io.provincelink.agreements.agreement.life.Course;
import io.provincelink.agreements.agreement.life.Signature;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.Party;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agreement as a client gets it.
 *
 * @param status on the day that was asked for
 * @param signedOn the day on which the last party signed
 * @param inForceSince also where no last day is known
 * @param period the days in force, where the last one is known
 * @param signatures of the parties that have signed
 * @param actions what was done, by day; not in lists. Notes of a preparation (SUBMIT, REQUEST_OPINION, OPINION_RECEIVED, AUTHORISE) are
 *     shown only to the side that recorded them, where the agreement is asked for alone
 * @param possibleActions what may be recorded for the day that was asked for; not in lists
 * @param successors who stands on that day for a party whose unit was closed
 * @param warnings what somebody should look at on that day
 * @param publishedBy parties whose approvers agreed that everybody may read what it says now; where it is PUBLIC and a party is missing, that
 *     party has not agreed to the latest change
 */
public record AgreementView(
        UUID id,
        String code,
        AgreementKind kind,
        Text title,
        List<Party> parties,
        AgreementLevel level,
        AgreementStatus status,
        List<Field> fields,
        @Nullable LocalDate signedOn,
        @Nullable LocalDate inForceSince,
        @Nullable Period period,
        List<Signature> signatures,
        @Nullable List<AgreementAction> actions,
        @Nullable List<AgreementActionType> possibleActions,
        List<PartySuccessors> successors,
        List<AgreementWarning> warnings,
        List<Text> legalBasis,
        List<String> restsOn,
        @Nullable String renews,
        List<String> authenticLanguages,
        @Nullable String prevailingLanguage,
        @Nullable Text note,
        Visibility visibility,
        @Nullable Source source,
        List<ExternalId> externalIds,
        List<DocumentView> documents,
        Instant updatedAt,
        List<String> publishedBy) {

    /** Reads a view off an agreement: what follows the calendar, as of one day. */
    record Reader(Regions regions, LocalDate day, LocalDate today) {

        /** As everybody gets it who sees the agreement. */
        AgreementView whole(Agreement agreement) {
            return whole(agreement, agreement.actions());
        }

        /** With the notes that only the reader's own side may see; so the reader's scope is part of the ETag. */
        AgreementView whole(Agreement agreement, Caller reader) {
            return whole(agreement, agreement.actionsFor(reader));
        }

        private AgreementView whole(Agreement agreement, List<AgreementAction> actions) {
            Course course = agreement.course(regions);
            return view(agreement, course, actions, course.possible(day, today));
        }

        /** As it stands in lists. */
        AgreementView brief(Agreement agreement) {
            return view(agreement, agreement.course(regions), null, null);
        }

        private AgreementView view(
                Agreement agreement,
                Course course,
                @Nullable List<AgreementAction> actions,
                @Nullable List<AgreementActionType> possible) {
            AgreementTerms terms = agreement.terms();
            return new AgreementView(
                    agreement.id(),
                    agreement.code(),
                    agreement.kind(),
                    agreement.title(),
                    terms.parties(),
                    agreement.level(),
                    course.on(day),
                    terms.fields(),
                    agreement.signedOn(),
                    agreement.inForceSince(),
                    agreement.period(),
                    course.signatures(),
                    actions,
                    possible,
                    PartySuccessors.of(agreement, day, regions),
                    AgreementWarnings.of(agreement, day, regions),
                    terms.legalBasis(),
                    terms.restsOn(),
                    terms.renews(),
                    terms.authenticLanguages(),
                    terms.prevailingLanguage(),
                    terms.note(),
                    agreement.visibility(),
                    terms.source(),
                    agreement.externalIds(),
                    DocumentView.listed(agreement.bindingDocuments()),
                    agreement.updatedAt(),
                    agreement.consents());
        }
    }
}
