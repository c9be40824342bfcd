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
import io.provincelink.kit.words.ExternalId;
import io.provincelink.kit.words.Visibility;
import io.quarkus.arc.All;
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
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a client hands in and names everything that is wrong with it at once: values that cannot be read, constraints that are not
 * met, and, once there are any of those, what the draft and the records that are there find wrong with it.
 */
@Singleton
public class DraftReader {

    private static final Logger LOG = Logger.getLogger(DraftReader.class);

    private final ObjectMapper json;
    private final Validator validator;
    private final Supplier<Caller> caller;
    private final List<DraftRules<?>> rules;

    @Inject
    public DraftReader(ObjectMapper json, Validator validator, CurrentCaller caller, @All List<DraftRules<?>> rules) {
        this(json, validator, caller::get, rules);
    }

    DraftReader(ObjectMapper json, Validator validator, Supplier<Caller> caller, List<DraftRules<?>> rules) {
        this.json = json;
        this.validator = validator;
        this.caller = caller;
        this.rules = rules;
    }

    /**
     * What a body is to be.
     *
     * @param created whether it is to become a new record
     * @param key the address under which it is handed in, where a partner's key is one
     */
    record Purpose(boolean created, @Nullable ExternalId key) {}

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
    <T> @Nullable T read(InputStream body, Class<T> type, Purpose purpose) throws IOException {
        return read(
                reader -> {
                    try (JsonParser parser = reader.createParser(body)) {
                        return read(reader, parser);
                    }
                },
                type,
                draft -> beyondItself(draft, purpose),
                List.of(),
                fault -> false);
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
     * A tree that was put together of what a record says and what it shall say.
     *
     * @param before what the record says: a value that was right when it was recorded may stay
     * @param rules what the records that are there find wrong with the draft
     * @param known faults that it has anyway
     * @throws ProblemException 400 with all faults
     */
    <T> T read(JsonNode tree, T before, Function<T, List<Fault>> rules, List<Fault> known) throws IOException {
        @SuppressWarnings("unchecked") // a draft's class is the class of drafts
        Class<T> type = (Class<T>) before.getClass();
        return Objects.requireNonNull(
                read(reader -> reader.readValue(tree), type, rules, known, new Excused(before, tree)));
    }

    /** What a draft of a change finds wrong with itself, but for what the record says already. */
    <D extends Draft> List<Fault> faults(D before, D draft, Anchor anchor) {
        Excused excused = new Excused(before, json.valueToTree(draft));
        return draft.faults(anchor, caller.get().today()).stream()
                .filter(excused.negate())
                .toList();
    }

    /**
     * @param others what others than the draft find wrong with it
     * @param excused faults that it may have
     */
    private <T> @Nullable T read(
            Reading<T> reading,
            Class<T> type,
            Function<T, List<Fault>> others,
            List<Fault> known,
            Predicate<Fault> excused)
            throws IOException {
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
            ConstraintFaults.of(validator.validate(value), found.unread()).stream()
                    .filter(excused.negate())
                    .forEach(faults::add);
            sameKeys(value).stream().filter(excused.negate()).forEach(faults::add);
            if (!faults.isEmpty() && value instanceof Draft draft) {
                faults.addAll(judged(() -> ofItself(draft, found, excused), faults, found));
                faults.addAll(judged(() -> others.apply(value), faults, found));
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return value;
    }

    private static List<Fault> sameKeys(Object value) {
        List<ExternalId> named = value instanceof Draft draft ? draft.externalIds() : null;
        List<ExternalId> keys = named == null ? List.of() : named;
        return IntStream.range(0, keys.size())
                .filter(i -> keys.get(i) != null && keys.indexOf(keys.get(i)) < i)
                .mapToObj(i -> Fault.at("/externalIds/" + i, "same-key-twice"))
                .toList();
    }

    /** What the draft finds wrong with itself, as far as that can be judged. */
    private List<Fault> ofItself(Draft draft, ReadingFaults found, Predicate<Fault> excused) {
        @Nullable LocalDate[] days = draft.anchorDays();
        boolean sure = found.unread().isEmpty() || days.length > 0 && days[0] != null;
        return ownFaults(draft).stream()
                .filter(fault -> sure || !Anchor.isOfTheDay(fault))
                .filter(excused.negate())
                .toList();
    }

    private List<Fault> ownFaults(Draft draft) {
        Caller writer = caller.get();
        return draft.faults(Anchor.of(writer, draft.anchorDays()), writer.today());
    }

    /** What is wrong with a whole draft beside what it finds itself. */
    private List<Fault> beyondItself(Object draft, Purpose purpose) {
        List<Fault> faults = new ArrayList<>();
        if (purpose.created && draft instanceof Draft record && isPublicTooSoon(record)) {
            faults.add(Fault.at("/visibility", "publish-later"));
        }
        if (purpose.created || purpose.key != null) {
            for (DraftRules<?> each : rules) {
                if (each.drafts().isInstance(draft)) {
                    faults.addAll(faults(each, draft, purpose));
                }
            }
        }
        return faults;
    }

    private static boolean isPublicTooSoon(Draft draft) {
        return draft.visibility() == Visibility.PUBLIC && !draft.startsPublic();
    }

    private static <D extends Draft> List<Fault> faults(DraftRules<D> rules, Object draft, Purpose purpose) {
        return rules.faults(rules.drafts().cast(draft), purpose.key);
    }

    /** What is found beyond what is known, and not about a value that could not be read. */
    private static List<Fault> judged(Supplier<List<Fault>> judge, List<Fault> known, ReadingFaults found) {
        try {
            return judge.get().stream()
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

    /** Faults of what a record says already: a rule that came later does not keep anybody from changing the rest. */
    private final class Excused implements Predicate<Fault> {

        private final Object before;
        private final JsonNode tree;
        private @Nullable JsonNode old;
        private List<Fault> stored = List.of();

        Excused(Object before, JsonNode tree) {
            this.before = before;
            this.tree = tree;
        }

        @Override
        public boolean test(Fault fault) {
            if (old == null) {
                // only now: mostly there is no fault to ask about
                old = json.valueToTree(before);
                stored = new ArrayList<>(ConstraintFaults.of(validator.validate(before), Set.of()));
                stored.addAll(sameKeys(before));
                if (before instanceof Draft draft) {
                    stored.addAll(ownFaults(draft));
                }
            }
            return stored.contains(fault) && old.at(fault.pointer()).equals(tree.at(fault.pointer()));
        }
    }
}
