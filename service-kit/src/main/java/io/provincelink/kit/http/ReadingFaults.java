package io.provincelink.kit.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.JsonFaults;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with one JSON body, collected while it is read to its end. The reading carries it as an attribute of its context. */
final class ReadingFaults {

    /** A body with so many faults is not read on: each costs time, and nobody reads more of them. */
    static final int MOST = 500;

    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> unread = new HashSet<>();
    private final Deque<JsonStreamContext> open = new ArrayDeque<>();

    /** Null where JSON is read that no client sent. */
    static @Nullable ReadingFaults of(DeserializationContext context) {
        return (ReadingFaults) context.getAttribute(ReadingFaults.class);
    }

    /** Where the value stands whose first or last token the parser is at. */
    static String pointer(JsonParser parser) {
        return parser.getParsingContext().pathAsPointer().toString();
    }

    void enter(JsonStreamContext object) {
        open.push(object);
    }

    void leave() {
        open.pop();
    }

    /** A field of the innermost object that is open; its reader may have kept it back, so no parser stands at it any more. */
    void unknownField(String name, String known) {
        JsonStreamContext object = open.getFirst();
        String around = object.getParent() == null
                ? ""
                : object.getParent().pathAsPointer().toString();
        faults.add(Fault.at(around + "/" + JsonFaults.escaped(name), "unknown-field", known));
    }

    /** Whether it is a fault of one value, behind which the body can be read on, and there are not faults enough. */
    boolean canNote(JsonProcessingException thrown) {
        return JsonFaults.ofValue("", thrown) == null ? isOfThePartsInside(thrown) : !isFull();
    }

    /** Notes why the value at this place cannot be read. */
    void note(String at, JsonProcessingException thrown) {
        Fault fault = JsonFaults.ofValue(at, thrown);
        if (fault != null) {
            faults.add(fault);
        }
        unread.add(at);
    }

    /** A value's constructor may well fall over what could not be read inside it, which has been said. */
    private boolean isOfThePartsInside(JsonProcessingException thrown) {
        return !faults.isEmpty() && thrown instanceof ValueInstantiationException;
    }

    boolean isFull() {
        return faults.size() >= MOST;
    }

    List<Fault> faults() {
        return faults;
    }

    /** Pointers to the values that are null because they could not be read. */
    Set<String> unread() {
        return unread;
    }
}
