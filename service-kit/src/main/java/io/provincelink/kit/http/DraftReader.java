package io.provincelink.kit.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.kit.problem.ConstraintFaults;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.JsonFaults;
import io.provincelink.kit.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a client hands in and names everything that is wrong with it at once: values that cannot be read, constraints that are not
 * met, and, once there are any of those, what the draft finds wrong with itself. Rules that ask the database come afterwards.
 */
@Singleton
public class DraftReader {

    private static final Logger LOG = Logger.getLogger(DraftReader.class);

    /** Faults of a code that depend on which day it is judged for. */
    private static final Set<String> OF_THE_DAY = Set.of("closed-region", "region-not-yet");

    private final ObjectMapper json;
    private final Validator validator;
    private final Supplier<Caller> caller;

    @Inject
    public DraftReader(ObjectMapper json, Validator validator, CurrentCaller caller) {
        this(json, validator, caller::get);
    }

    DraftReader(ObjectMapper json, Validator validator, Supplier<Caller> caller) {
        this.json = json;
        this.validator = validator;
        this.caller = caller;
    }

    private interface Reading<T> {
        @Nullable
        T by(ObjectReader reader) throws IOException;
    }

    /**
     * A body.
     *
     * @throws ProblemException 400 with all faults
     * @throws JsonProcessingException when it is no JSON at all
     */
    public <T> @Nullable T read(InputStream body, Class<T> type) throws IOException {
        return read(type, List.of(), reader -> {
            try (JsonParser parser = reader.createParser(body)) {
                return read(reader, parser);
            }
        });
    }

    private static <T> @Nullable T read(ObjectReader reader, JsonParser parser) throws IOException {
        try {
            return reader.readValue(parser);
        } catch (JsonProcessingException unreadable) {
            if (JsonFaults.isTooLongNumber(unreadable)) {
                throw ProblemException.invalid(Fault.at(ReadingFaults.pointer(parser), "too-large-number"));
            }
            throw unreadable;
        }
    }

    /**
     * A tree that was put together of several.
     *
     * @param known faults that it has anyway
     * @throws ProblemException 400 with all faults
     */
    public <T> T read(JsonNode tree, Class<T> type, List<Fault> known) throws IOException {
        return Objects.requireNonNull(read(type, known, reader -> reader.readValue(tree)));
    }

    private <T> @Nullable T read(Class<T> type, List<Fault> known, Reading<T> reading) throws IOException {
        ReadingFaults found = new ReadingFaults();
        T value;
        try {
            value = reading.by(json.readerFor(type).withAttribute(ReadingFaults.class, found));
        } catch (JsonProcessingException unreadable) {
            if (found.isFull()) {
                throw ProblemException.invalid(found.faults());
            }
            throw unreadable;
        }
        List<Fault> faults = new ArrayList<>(known);
        faults.addAll(found.faults());
        if (value != null) {
            faults.addAll(ConstraintFaults.of(validator.validate(value), found.unread()));
            if (!faults.isEmpty() && value instanceof Draft draft) {
                faults.addAll(ofItself(draft, faults, found));
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return value;
    }

    /** What the draft finds wrong with itself beyond what is known, as far as that can be judged. */
    private List<Fault> ofItself(Draft draft, List<Fault> known, ReadingFaults found) {
        try {
            @Nullable LocalDate[] days = draft.anchorDays();
            boolean sure = found.unread().isEmpty() || days.length > 0 && days[0] != null;
            return draft.faults(Anchor.of(caller.get(), days)).stream()
                    .filter(fault -> sure || !OF_THE_DAY.contains(fault.code()))
                    .filter(fault -> found.unread().stream().noneMatch(at -> Fault.isAtOrBelow(fault.pointer(), at)))
                    .filter(fault ->
                            known.stream().noneMatch(other -> Fault.isAtOrBelow(other.pointer(), fault.pointer())))
                    .toList();
        } catch (RuntimeException half) {
            // A rule met the gap where a value could not be read. There are faults to answer with; this one would have
            // been the last.
            LOG.debug("rules of a draft that is not whole", half);
            return List.of();
        }
    }
}
