package io.provincelink.gateway.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long it is kept who did what, and how much waits to be written. */
@ConfigMapping(prefix = "provincelink.gateway.audit")
public interface AuditSettings {

    /** How long an entry is kept. */
    @WithDefault("400d")
    Duration keep();

    /** How many entries wait while the database is away; more are in the log alone. */
    @WithDefault("10000")
    int waiting();

    /** How often what waits is written. */
    @WithDefault("1s")
    Duration pause();

    /** For how long refusals of the same kind to the same caller are counted in one entry. */
    @WithDefault("60s")
    Duration together();

    /** How many kinds of refusals are told apart in that time; beyond it callers are one crowd. */
    @WithDefault("200")
    int kinds();
}
