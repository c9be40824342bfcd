package io.provincelink.exchanges.meeting;

import io.provincelink.exchanges.mechanism.Mechanism;
import io.provincelink.exchanges.mechanism.Mechanisms;
import io.provincelink.kit.http.DraftRules;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.record.RecordDesk;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether the mechanism is there whose session a meeting is. */
@Singleton
class MeetingRules implements DraftRules<MeetingDraft> {

    private final Mechanisms mechanisms;
    private final RecordDesk desk;

    MeetingRules(Mechanisms mechanisms, RecordDesk desk) {
        this.mechanisms = mechanisms;
        this.desk = desk;
    }

    @Override
    public Class<MeetingDraft> drafts() {
        return MeetingDraft.class;
    }

    @Override
    public List<Fault> faults(MeetingDraft draft, @Nullable ExternalId key) {
        return faults(draft, (UUID) null);
    }

    /** @param present the mechanism that it has; one side may have tied the meeting to it that the other does not see */
    List<Fault> faults(MeetingDraft draft, @Nullable UUID present) {
        UUID mechanism = draft.mechanism();
        return mechanism == null || mechanism.equals(present) || find(mechanism).isPresent()
                ? List.of()
                : List.of(Fault.at("/mechanism", "unknown-record"));
    }

    Optional<Mechanism> find(UUID mechanism) {
        return mechanisms.find(desk.caller(), mechanism.toString());
    }
}
