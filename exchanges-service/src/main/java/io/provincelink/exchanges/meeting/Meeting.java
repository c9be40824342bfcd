package io.provincelink.exchanges.meeting;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.record.RecordRoot;
import io.provincelink.record.Reference;
import io.provincelink.record.Sensitivity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One meeting, planned or held, with its agenda, its participants and what came out of it. */
@Entity
public class Meeting extends RecordRoot {

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private MeetingKind kind;

    @Enumerated(EnumType.STRING)
    private @Nullable MeetingLevel level;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private MeetingStatus status;

    /** The mechanism whose session it is. */
    private @Nullable UUID mechanism;

    /** The day of the start on the spot, for filters and counts; null where only words were published. */
    private @Nullable LocalDate startOn;

    /** Names of the fields, for the filter. */
    @Column(nullable = false)
    private List<String> fields;

    private @Nullable String programme;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private MeetingTerms terms;

    @SuppressWarnings("NullAway.Init")
    protected Meeting() {}

    Meeting(Registration registration, MeetingDraft draft) {
        super(registration);
        take(draft);
    }

    void revise(MeetingDraft draft, Anchor anchor) {
        place(draft.regions(), anchor);
        setExternalIds(draft.externalIds());
        take(draft);
    }

    private void take(MeetingDraft draft) {
        kind = draft.kind();
        level = draft.level();
        status = draft.status();
        mechanism = draft.mechanism();
        startOn = draft.startOn();
        fields = draft.fields().stream().map(Enum::name).toList();
        programme = draft.programme();
        terms = draft.terms();
    }

    MeetingKind kind() {
        return kind;
    }

    @Nullable
    MeetingLevel level() {
        return level;
    }

    MeetingStatus status() {
        return status;
    }

    @Nullable
    UUID mechanism() {
        return mechanism;
    }

    @Nullable
    String programme() {
        return programme;
    }

    MeetingTerms terms() {
        return terms;
    }

    @Override
    protected List<Reference> references() {
        return Reference.ofOne("/mechanism", "MECHANISM", mechanism);
    }

    @Override
    public boolean isSensitive() {
        return Sensitivity.of(terms.fields(), level);
    }
}
