package io.provincelink.exchanges.calendarfeed;

import io.provincelink.exchanges.calendar.CalendarSelection;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.Role;
import io.provincelink.kit.region.Region;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A private address of the calendar: it never changes, and is revoked. No record of the cooperation: no version, no change log. */
@Entity
public class CalendarFeed {

    /** What a reading is noted under in place of a token's issuer. */
    private static final String ISSUER = "feed";

    @Id
    private UUID id;

    @Column(nullable = false)
    private String unit;

    @Column(nullable = false)
    private LocalDate unitOn;

    @Column(nullable = false)
    private byte[] secretHash;

    @Column(nullable = false)
    private String issuer;

    @Column(nullable = false)
    private String client;

    private @Nullable String label;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private FeedFilters filters;

    @Column(nullable = false)
    private Instant createdAt;

    private @Nullable LocalDate lastReadOn;

    private @Nullable Instant revokedAt;

    @SuppressWarnings("NullAway.Init")
    protected CalendarFeed() {}

    CalendarFeed(UUID id, Caller maker, Region unit, FeedSecret secret, CalendarFeedDraft draft, Instant at) {
        this.id = id;
        this.unit = unit.code();
        this.unitOn = dayOf(unit, maker.today());
        this.secretHash = secret.hash();
        this.issuer = maker.issuer();
        this.client = maker.client();
        this.label = draft.label();
        this.filters = draft.filters();
        this.createdAt = at;
    }

    /** Today, or the last day of a unit that is closed. */
    private static LocalDate dayOf(Region unit, LocalDate today) {
        return unit.validTo() == null || unit.validTo().isAfter(today) ? today : unit.validTo();
    }

    /** Whether the caller is the unit that it was made for, or one that succeeded it. */
    boolean isOf(Caller caller) {
        return caller.decidesFor(unit, unitOn);
    }

    /** Who reads through it: the unit, as one of its readers. Its rights are those of the unit on the day of the reading. */
    Optional<Caller> reader(Caller asking) {
        return asking.regions()
                .on(unit, unitOn)
                .map(known -> new Caller(
                        ISSUER, id.toString(), known, null, Set.of(Role.READER), asking.regions(), asking.today()));
    }

    CalendarSelection selection(LocalDate today) {
        return new CalendarSelection(
                CalendarFeedDraft.codes(filters.region()),
                filters.mechanism(),
                filters.level(),
                Set.copyOf(filters.kinds()),
                CalendarSelection.around(today));
    }

    UUID id() {
        return id;
    }

    @Nullable
    String label() {
        return label;
    }

    FeedFilters filters() {
        return filters;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    LocalDate lastReadOn() {
        return lastReadOn;
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    void revoke(Instant at) {
        revokedAt = at;
    }
}
