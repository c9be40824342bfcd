package io.provincelink.trade.load;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What loads may cost. */
@ConfigMapping(prefix = "provincelink.loads")
public interface LoadSettings {

    /** The largest file; the gateway has the same limit. */
    @WithDefault("1G")
    MemorySize limit();

    /** How many files one instance receives at a time; each holds a connection to the database while it comes. */
    @WithDefault("4")
    int receivedAtOnce();

    /** How long a file may take to arrive. */
    @WithDefault("6h")
    Duration receiving();

    /** How long taking a received file over may last. */
    @WithDefault("6h")
    Duration merging();

    /** How often progress is written and cancellations are noticed. */
    @WithDefault("1s")
    Duration beat();

    /** How often an instance looks for received files that another one has left. */
    @WithDefault("3s")
    Duration pause();

    /** After how long without a word the instance that received a file counts as gone. */
    @WithDefault("60s")
    Duration silence();

    /** How often taking over is tried where the fault is not that of a database that went away. */
    @WithDefault("3")
    int attempts();

    /** Memory of the database for one sort or join of a load. */
    @WithDefault("128M")
    MemorySize workMemory();
}
