package io.provincelink.gateway.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.provincelink.gateway.observation.Seen;
import io.provincelink.gateway.observation.Watcher;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jboss.logging.Logger;

/** Decides which requests are kept: every attempt to write, done or not, and everybody who was refused. */
@Singleton
class Audit implements Watcher {

    /** Named apart from the classes, so that whoever runs the suite can send it elsewhere. */
    private static final Logger LOG = Logger.getLogger("io.provincelink.audit");

    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");

    /** Of reads: without a right token, without the right to it, too often. */
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 429);

    private final AuditQueue queue;
    private final Repeats repeats;
    private final ObjectMapper json;

    Audit(AuditQueue queue, AuditSettings settings, ObjectMapper json) {
        this.queue = queue;
        this.repeats = new Repeats(settings.kinds());
        this.json = json;
    }

    @Override
    public void saw(Seen seen) {
        if (!WRITES.contains(seen.method()) && !REFUSALS.contains(seen.status())) {
            return;
        }
        AuditEntry entry = AuditEntry.of(seen);
        boolean mayBeAFlood = seen.isAnonymous() && entry.outcome() != AuditOutcome.DONE || seen.status() == 429;
        AuditEntry kept = mayBeAFlood ? repeats.first(entry, seen) : entry;
        if (kept != null) {
            seen.trace().say(() -> keep(kept));
        }
    }

    /** Refusals that were counted until now become entries. */
    void endOfRepeats() {
        repeats.end().forEach(this::keep);
    }

    /** In the log first: what finds no place in the queue is there at least. */
    private void keep(AuditEntry entry) {
        try {
            LOG.info(json.writeValueAsString(entry.withoutSubject()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
        queue.add(entry);
    }
}
