package io.provincelink.trade.statistic;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A figure with an entity of its own. */
@MappedSuperclass
public abstract class Statistic implements Reported {

    private static final String NOBODY = "";

    @Id
    private UUID id;

    @Version
    private int version;

    /** First month as yyyymm. */
    @Column(nullable = false, updatable = false)
    private int period;

    @Column(nullable = false, updatable = false)
    private String reporter;

    /** Empty where none is named: a part of the key cannot be null. */
    @Column(nullable = false, updatable = false)
    private String partner;

    /** Number of the gate, zero where none is named. */
    @Column(nullable = false, updatable = false)
    private short gate;

    @Column(nullable = false, updatable = false)
    private Instant recordedAt;

    @Column(nullable = false)
    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init")
    protected Statistic() {}

    protected Statistic(Registration registration) {
        this.id = registration.id();
        this.period = registration.months().first();
        this.reporter = registration.reporter();
        this.partner = registration.partner() == null ? NOBODY : registration.partner();
        this.gate = registration.gate();
        this.recordedAt = registration.at();
        this.updatedAt = registration.at();
    }

    /**
     * What every figure says.
     *
     * @param gate the gate's number
     */
    public record Registration(
            UUID id,
            MonthRange months,
            String reporter,
            @Nullable String partner,
            short gate,
            Instant at) {}

    final void touch(Instant now) {
        updatedAt = now;
    }

    @Override
    public final UUID id() {
        return id;
    }

    @Override
    public final long version() {
        return version;
    }

    protected final int period() {
        return period;
    }

    @Override
    public final String reporter() {
        return reporter;
    }

    public final @Nullable String partner() {
        return partner.equals(NOBODY) ? null : partner;
    }

    /** The partner as the table keeps it, empty where none is named. */
    protected final String partnerKey() {
        return partner;
    }

    public final short gate() {
        return gate;
    }

    public final Instant updatedAt() {
        return updatedAt;
    }

    @Override
    public final List<String> parties() {
        return partner.equals(NOBODY) ? List.of(reporter) : List.of(reporter, partner);
    }
}
