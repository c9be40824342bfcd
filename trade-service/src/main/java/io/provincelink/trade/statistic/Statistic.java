package io.provincelink.trade.statistic;

import io.provincelink.record.change.Logged;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A figure that one side reports. Not a record with parties and visibility: there are millions, all of them public, each the
 * business of its reporter alone.
 */
@MappedSuperclass
public abstract class Statistic implements Logged {

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

    /** The values of the key's columns in their order: numbers as Integer, texts as String. */
    protected abstract List<Object> key();

    /** The months that it covers. */
    public abstract MonthRange months();

    public final UUID id() {
        return id;
    }

    public final int version() {
        return version;
    }

    protected final int period() {
        return period;
    }

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

    final List<String> parties() {
        return partner.equals(NOBODY) ? List.of(reporter) : List.of(reporter, partner);
    }
}
