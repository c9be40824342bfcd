package io.provincelink.exchanges.meeting;

import io.provincelink.exchanges.mechanism.Mechanism;
import io.provincelink.exchanges.mechanism.Mechanisms;
import io.provincelink.kit.http.DraftRules;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.record.RecordDesk;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether the mechanism is there whose session a meeting is, and the other sessions that its outcomes name. What the meeting named before
 * stays named: one side may have tied it to what the other does not see.
 */
@Singleton
class MeetingRules implements DraftRules<MeetingDraft> {

    private final Meetings meetings;
    private final Mechanisms mechanisms;
    private final RecordDesk desk;

    MeetingRules(Meetings meetings, Mechanisms mechanisms, RecordDesk desk) {
        this.meetings = meetings;
        this.mechanisms = mechanisms;
        this.desk = desk;
    }

    @Override
    public Class<MeetingDraft> drafts() {
        return MeetingDraft.class;
    }

    @Override
    public List<Fault> faults(MeetingDraft draft, @Nullable ExternalId key) {
        return check(draft, desk.present(meetings, key)).faults();
    }

    /** What was found: no meeting is made of it while there are faults. */
    record Checked(List<NamedSession> sessions, List<Fault> faults) {}

    /** @param before the meeting as it stands, null for a new one */
    Checked check(MeetingDraft draft, @Nullable Meeting before) {
        Checked checked = new Checked(new ArrayList<>(), new ArrayList<>());
        UUID mechanism = draft.mechanism();
        if (mechanism == null) {
            return checked; // outcomes that need one say so themselves
        }
        boolean stays = before != null && mechanism.equals(before.mechanism());
        if (!stays && find(mechanism).isEmpty()) {
            checked.faults.add(Fault.at("/mechanism", "unknown-record"));
            return checked;
        }
        checkLater(draft, mechanism, stays ? before : null, checked);
        checkEarlier(draft, mechanism, stays ? before : null, checked);
        return checked;
    }

    Optional<Mechanism> find(UUID mechanism) {
        return mechanisms.find(desk.caller(), mechanism.toString());
    }

    private void checkLater(MeetingDraft draft, UUID mechanism, @Nullable Meeting before, Checked checked) {
        Map<String, UUID> named = named(draft, "/carriedTo", OutcomeDraft::carriedTo);
        Map<UUID, UUID> kept = kept(before, "/carriedTo", OutcomeRow::carriedTo);
        Map<UUID, KnownSession> known = news(named, kept).isEmpty()
                ? Map.of()
                : meetings.known(desk.caller(), news(named, kept)).stream()
                        .collect(Collectors.toMap(KnownSession::id, Function.identity()));
        named.forEach((pointer, session) -> {
            KnownSession found = known.get(session);
            if (!kept.containsKey(session) && found == null) {
                checked.faults.add(Fault.at(pointer, "unknown-record"));
            } else if (found != null && !(mechanism.equals(found.mechanism()) && isLater(found, draft))) {
                checked.faults.add(Fault.at(pointer, "no-later-session"));
            } else {
                checked.sessions.add(new NamedSession(pointer, session));
            }
        });
    }

    /** Where one of the days is not known, the writer is believed. */
    private static boolean isLater(KnownSession session, MeetingDraft draft) {
        LocalDate mine = draft.startOn();
        boolean unknown = mine == null || session.startOn() == null;
        return !session.id().equals(draft.id()) && (unknown || session.startOn().isAfter(mine));
    }

    private void checkEarlier(MeetingDraft draft, UUID mechanism, @Nullable Meeting before, Checked checked) {
        Map<String, UUID> named = named(draft, "/continues", OutcomeDraft::continues);
        Map<UUID, UUID> origins = kept(before, "/continues", OutcomeRow::continues);
        List<UUID> news = news(named, origins);
        if (!news.isEmpty()) {
            UUID own = before == null ? draft.id() : before.id();
            meetings.origins(desk.caller(), mechanism, news).stream()
                    .filter(origin -> !origin.meeting().equals(own) && isEarlier(origin, draft))
                    .forEach(origin -> origins.putIfAbsent(origin.outcome(), origin.meeting()));
        }
        named.forEach((pointer, outcome) -> {
            UUID session = origins.get(outcome);
            if (session == null) {
                checked.faults.add(Fault.at(pointer, "unknown-record"));
            } else {
                checked.sessions.add(new NamedSession(pointer, session));
            }
        });
    }

    private static boolean isEarlier(Origin origin, MeetingDraft draft) {
        LocalDate mine = draft.startOn();
        return mine == null || origin.startOn() == null || origin.startOn().isBefore(mine);
    }

    private static Map<String, UUID> named(
            MeetingDraft draft, String field, Function<OutcomeDraft, @Nullable UUID> name) {
        Map<String, UUID> named = new LinkedHashMap<>();
        for (int i = 0; i < draft.outcomes().size(); i++) {
            OutcomeDraft outcome = draft.outcomes().get(i);
            UUID id = outcome == null ? null : name.apply(outcome);
            if (id != null) {
                named.put("/outcomes/" + i + field, id);
            }
        }
        return named;
    }

    /** What the outcomes named before, with the session behind it. */
    private static Map<UUID, UUID> kept(
            @Nullable Meeting before, String field, Function<OutcomeRow, @Nullable UUID> name) {
        Map<UUID, UUID> kept = new HashMap<>();
        List<OutcomeRow> outcomes = before == null ? List.of() : before.outcomes();
        for (int i = 0; i < outcomes.size(); i++) {
            UUID id = name.apply(outcomes.get(i));
            UUID session = before == null ? null : before.session("/outcomes/" + i + field);
            if (id != null && session != null) {
                kept.put(id, session);
            }
        }
        return kept;
    }

    private static List<UUID> news(Map<String, UUID> named, Map<UUID, UUID> kept) {
        return named.values().stream()
                .filter(id -> !kept.containsKey(id))
                .distinct()
                .toList();
    }
}
