package io.provincelink.exchanges.mechanism;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.words.Party;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import io.provincelink.record.RecordRoot.Registration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Mechanisms to test with. */
public final class MechanismMother {

    private static final Anchor ANCHOR = new Anchor(Regions.load(), LocalDate.of(2016, 1, 1));
    private static final List<String> PARTIES = List.of("XA.01", "XB.010100");

    private MechanismMother() {}

    public static Mechanism meeting(String rule, @Nullable String window, @Nullable String since) {
        return meeting(rule, window, since, null);
    }

    public static Mechanism meeting(
            String rule, @Nullable String window, @Nullable String since, @Nullable String until) {
        return new Mechanism(registration(), draft(rule, window, day(since), day(until)));
    }

    private static Registration registration() {
        return new Registration(
                UUID.randomUUID(), "XA.01", PARTIES, ANCHOR, Visibility.PARTIES, List.of(), Instant.EPOCH);
    }

    /** The same mechanism with hosts in turn, and something else agreed for single sessions. */
    public static Mechanism agreeing(Mechanism mechanism, List<String> hosts, SessionException... exceptions) {
        return new Mechanism(
                registration(),
                draft(
                        mechanism.recurrence(),
                        mechanism.sessionWindow(),
                        mechanism.since(),
                        mechanism.until(),
                        hosts,
                        List.of(exceptions)));
    }

    public static SessionException postponed(String due, @Nullable String to) {
        return exception(due, SessionExceptionKind.POSTPONED, to);
    }

    public static SessionException merged(String due, @Nullable String to) {
        return exception(due, SessionExceptionKind.MERGED, to);
    }

    public static SessionException online(String due) {
        return exception(due, SessionExceptionKind.ONLINE, null);
    }

    static SessionException exception(String due, SessionExceptionKind kind, @Nullable String to) {
        return new SessionException(LocalDate.parse(due), kind, day(to), null);
    }

    static MechanismDraft draft(
            @Nullable String rule, @Nullable String window, @Nullable LocalDate since, @Nullable LocalDate until) {
        return draft(rule, window, since, until, null, null);
    }

    static MechanismDraft draft(
            @Nullable String rule,
            @Nullable String window,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            @Nullable List<String> hosts,
            @Nullable List<SessionException> exceptions) {
        return new MechanismDraft(
                null,
                Text.en("Talks"),
                MechanismKind.TALKS,
                MechanismLevel.HIGH,
                PARTIES.stream().map(region -> new Party(region, null)).toList(),
                rule,
                window,
                since,
                until,
                hosts,
                exceptions,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static Anchor anchor() {
        return ANCHOR;
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
