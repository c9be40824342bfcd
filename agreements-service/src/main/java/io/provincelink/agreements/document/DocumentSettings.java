package io.provincelink.agreements.document;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What a document may cost. */
@ConfigMapping(prefix = "provincelink.documents")
public interface DocumentSettings {

    /** The largest document; the gateway has the same limit. */
    @WithDefault("20M")
    MemorySize limit();

    /** Where uploads lie until they are in the database; the system's directory for such files when not set. */
    Optional<Path> spool();

    Examination examination();

    /** Reading a file that somebody sent, in a process of its own. */
    interface Examination {
        /** How many at a time; more of them queue. */
        @WithDefault("2")
        int atOnce();

        /** How long one may wait for its turn. */
        @WithDefault("10s")
        Duration queue();

        /** How long one may take. With the queue less than the gateway waits for an answer. */
        @WithDefault("15s")
        Duration limit();

        /** The heap of its process. */
        @WithDefault("96M")
        MemorySize heap();
    }
}
