package io.provincelink.agreements.agreement.life;

import io.provincelink.kit.caller.Role;

/**
 * What can be done with an agreement. What commits a party, or changes what binds it, is recorded by an approver who decides for that
 * party; keeping the file is an editor's work.
 */
public enum AgreementActionType {
    /** The draft goes to the party's own competent authority. */
    SUBMIT(Role.EDITOR, Which.EACH_PARTY_ONCE, Time.PAST),
    /** Of a ministry or another body, which the note names; may be asked for again. */
    REQUEST_OPINION(Role.EDITOR, Which.ANY_PARTY, Time.PAST),
    OPINION_RECEIVED(Role.EDITOR, Which.ANY_PARTY, Time.PAST),
    /** The party's competent authority lets it sign. */
    AUTHORISE(Role.APPROVER, Which.EACH_PARTY_ONCE, Time.PAST),
    SIGN(Role.APPROVER, Which.EACH_PARTY_ONCE, Time.PAST),
    ENTER_INTO_FORCE(Role.APPROVER, Which.ANY_PARTY, Time.ANY),
    /** What the parties changed together, in the note. */
    AMEND(Role.APPROVER, Which.ANY_PARTY, Time.ANY),
    /** Agreed on or before the last day in force: what has expired needs a renewal, not an extension. */
    EXTEND(Role.APPROVER, Which.ANY_PARTY, Time.PAST),
    SUSPEND(Role.APPROVER, Which.ANY_PARTY, Time.ANY),
    RESUME(Role.APPROVER, Which.ANY_PARTY, Time.ANY),
    TERMINATE(Role.APPROVER, Which.ANY_PARTY, Time.ANY),
    /** Hands the part of a unit that was closed to others. */
    SUCCEED(Role.APPROVER, Which.CLOSED_PARTY, Time.PAST),
    /** A copy of the signed text is on file with the party's competent authority. */
    COPY_FILED(Role.EDITOR, Which.EACH_PARTY_ONCE, Time.PAST);

    enum Which {
        ANY_PARTY,
        EACH_PARTY_ONCE,
        CLOSED_PARTY
    }

    enum Time {
        PAST,
        ANY
    }

    private final String role;
    private final Which which;
    private final Time time;

    AgreementActionType(String role, Which which, Time time) {
        this.role = role;
        this.which = which;
        this.time = time;
    }

    /** The role that may record it. */
    public String role() {
        return role;
    }

    public boolean isApprovers() {
        return role.equals(Role.APPROVER);
    }

    /** Whether it may be decided today for a day to come. */
    public boolean mayLieAhead() {
        return time == Time.ANY;
    }

    /** Whether it belongs to a party's own way to its signature, of which the other side knows that and when. */
    public boolean isPreparation() {
        return this == SUBMIT || this == REQUEST_OPINION || this == OPINION_RECEIVED || this == AUTHORISE;
    }

    Which which() {
        return which;
    }
}
