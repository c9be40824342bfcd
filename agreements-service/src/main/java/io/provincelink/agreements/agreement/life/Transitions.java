package io.provincelink.agreements.agreement.life;

import static io.provincelink.agreements.agreement.life.AgreementActionType.AMEND;
import static io.provincelink.agreements.agreement.life.AgreementActionType.AUTHORISE;
import static io.provincelink.agreements.agreement.life.AgreementActionType.COPY_FILED;
import static io.provincelink.agreements.agreement.life.AgreementActionType.ENTER_INTO_FORCE;
import static io.provincelink.agreements.agreement.life.AgreementActionType.EXTEND;
import static io.provincelink.agreements.agreement.life.AgreementActionType.OPINION_RECEIVED;
import static io.provincelink.agreements.agreement.life.AgreementActionType.REQUEST_OPINION;
import static io.provincelink.agreements.agreement.life.AgreementActionType.RESUME;
import static io.provincelink.agreements.agreement.life.AgreementActionType.SIGN;
import static io.provincelink.agreements.agreement.life.AgreementActionType.SUBMIT;
import static io.provincelink.agreements.agreement.life.AgreementActionType.SUCCEED;
import static io.provincelink.agreements.agreement.life.AgreementActionType.SUSPEND;
import static io.provincelink.agreements.agreement.life.AgreementActionType.TERMINATE;
import static io.provincelink.agreements.agreement.life.AgreementStatus.AUTHORISED;
import static io.provincelink.agreements.agreement.life.AgreementStatus.CONSULTED;
import static io.provincelink.agreements.agreement.life.AgreementStatus.DRAFT;
import static io.provincelink.agreements.agreement.life.AgreementStatus.EXPIRED;
import static io.provincelink.agreements.agreement.life.AgreementStatus.IN_CONSULTATION;
import static io.provincelink.agreements.agreement.life.AgreementStatus.IN_FORCE;
import static io.provincelink.agreements.agreement.life.AgreementStatus.SIGNED;
import static io.provincelink.agreements.agreement.life.AgreementStatus.SUBMITTED;
import static io.provincelink.agreements.agreement.life.AgreementStatus.SUSPENDED;
import static io.provincelink.agreements.agreement.life.AgreementStatus.TERMINATED;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The table of the state machine: which action is possible in which status, and where it leads. What is not in it is not possible.
 *
 * <p>SIGN leads to SIGNED with the last party's signature, OPINION_RECEIVED to CONSULTED with the last opinion that is awaited; before
 * that the status stays. One transition is nobody's action: IN_FORCE and SUSPENDED become EXPIRED on the day after the last one in force.
 */
final class Transitions {

    private static final Map<AgreementStatus, Row> TABLE = new EnumMap<>(AgreementStatus.class);

    static {
        // Each party goes its own way to the signature, so what one has done does not keep the other from doing it.
        in(DRAFT)
                .to(SUBMITTED, SUBMIT)
                .to(IN_CONSULTATION, REQUEST_OPINION)
                .to(AUTHORISED, AUTHORISE)
                .to(SIGNED, SIGN);
        in(SUBMITTED)
                .stay(SUBMIT)
                .to(IN_CONSULTATION, REQUEST_OPINION)
                .to(AUTHORISED, AUTHORISE)
                .to(SIGNED, SIGN);
        in(IN_CONSULTATION)
                .stay(SUBMIT, REQUEST_OPINION)
                .to(CONSULTED, OPINION_RECEIVED)
                .to(AUTHORISED, AUTHORISE)
                .to(SIGNED, SIGN);
        in(CONSULTED)
                .stay(SUBMIT)
                .to(IN_CONSULTATION, REQUEST_OPINION)
                .to(AUTHORISED, AUTHORISE)
                .to(SIGNED, SIGN);
        in(AUTHORISED)
                .stay(SUBMIT, REQUEST_OPINION, OPINION_RECEIVED, AUTHORISE)
                .to(SIGNED, SIGN);
        in(SIGNED).to(IN_FORCE, ENTER_INTO_FORCE).stay(AMEND).to(TERMINATED, TERMINATE);
        in(IN_FORCE).stay(AMEND, EXTEND).to(SUSPENDED, SUSPEND).to(TERMINATED, TERMINATE);
        in(SUSPENDED).stay(AMEND, EXTEND).to(IN_FORCE, RESUME).to(TERMINATED, TERMINATE);
        in(EXPIRED);
        in(TERMINATED);
        // A unit is closed, and a copy comes into the file, wherever the agreement stands by then.
        TABLE.values().forEach(row -> row.stay(SUCCEED, COPY_FILED));
    }

    private Transitions() {}

    /** Where the action leads from there; empty when it is not possible. */
    static Optional<AgreementStatus> next(AgreementStatus status, AgreementActionType action) {
        return Optional.ofNullable(TABLE.get(status)).map(row -> row.next.get(action));
    }

    private static Row in(AgreementStatus status) {
        return TABLE.computeIfAbsent(status, Row::new);
    }

    private static final class Row {
        private final AgreementStatus status;
        private final Map<AgreementActionType, AgreementStatus> next = new EnumMap<>(AgreementActionType.class);

        private Row(AgreementStatus status) {
            this.status = status;
        }

        private Row to(AgreementStatus there, AgreementActionType action) {
            next.put(action, there);
            return this;
        }

        private Row stay(AgreementActionType... actions) {
            for (AgreementActionType action : actions) {
                next.put(action, status);
            }
            return this;
        }
    }
}
