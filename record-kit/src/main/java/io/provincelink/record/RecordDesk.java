package io.provincelink.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.kit.http.Conditional;
import io.provincelink.kit.http.Conditional.Versioned;
import io.provincelink.kit.http.ETag;
import io.provincelink.kit.http.MergePatch;
import io.provincelink.kit.http.Page;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.record.idempotency.Answer;
import io.provincelink.record.idempotency.Idempotency;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/** Where records are asked for and handed in: the conventions of the API around what a feature itself does. */
@RequestScoped
public class RecordDesk {

    /** Addresses are built on id and code; visibility is widened by publication. */
    private static final List<String> FIXED = List.of("id", "code", "visibility");

    private final CurrentCaller caller;
    private final Registrar registrar;
    private final Conditional conditional;
    private final Idempotency idempotency;
    private final MergePatch patches;

    public RecordDesk(
            CurrentCaller caller,
            Registrar registrar,
            Conditional conditional,
            Idempotency idempotency,
            MergePatch patches) {
        this.caller = caller;
        this.registrar = registrar;
        this.conditional = conditional;
        this.idempotency = idempotency;
        this.patches = patches;
    }

    public Caller caller() {
        return caller.get();
    }

    public Registrar registrar() {
        return registrar;
    }

    /** One page, newest first. */
    public <E extends RecordRoot, V> Page<V> list(Shelf<E, V> shelf, Filter filter, PageRequest page) {
        return page.page(
                shelf.records().list(caller(), filter, page),
                record -> record.id().toString(),
                record -> shelf.view().apply(record, caller().today()));
    }

    /** One record, or 304. */
    public <E extends RecordRoot, V> RestResponse<V> read(Shelf<E, V> shelf, String reference) {
        return conditional.read(
                () -> shelf.records().version(caller(), reference),
                () -> versioned(shelf, shelf.records().get(caller(), reference)),
                whatElse(shelf));
    }

    /** A new record, once per Idempotency-Key. Call within a transaction. */
    public <E extends RecordRoot, V> RestResponse<V> create(Shelf<E, V> shelf, Object draft, Supplier<E> record) {
        return idempotency.once(caller(), draft, shelf.viewType(), () -> {
            E added = shelf.records().add(caller(), record.get());
            return Answer.created(shelf.records().address(added), tag(shelf, added), view(shelf, added));
        });
    }

    /** A party's change of the version that it read. Call within a transaction. */
    public <E extends RecordRoot, V> RestResponse<V> change(Shelf<E, V> shelf, String reference, Consumer<E> verb) {
        E record = shelf.records().toWrite(caller(), reference);
        registrar.requireParty(record);
        conditional.requireMatch(record.version());
        verb.accept(record);
        record.withdrawConsents();
        shelf.records().changed(caller(), record);
        return conditional.changed(versioned(shelf, record), whatElse(shelf));
    }

    /** The draft with the patch applied, valid as a whole; what addresses and sight rest on cannot be patched. */
    public <D> D patched(D draft, JsonNode patch, Class<D> type) {
        List<Fault> fixed = FIXED.stream()
                .filter(patch::has)
                .map(field -> Fault.at("/" + field, "fixed", field))
                .toList();
        if (!fixed.isEmpty()) {
            throw ProblemException.invalid(fixed);
        }
        return patches.apply(draft, patch, type);
    }

    /**
     * A step that a POST asks for, once per Idempotency-Key; If-Match is compared when it is there. Call within a transaction.
     *
     * @param verb checks who may do it, does it, and says whether anything changed
     */
    public <E extends RecordRoot, V> RestResponse<V> act(
            Shelf<E, V> shelf, String reference, Object request, Predicate<E> verb) {
        return step(shelf, reference, request, record -> {
            boolean changed = verb.test(record);
            if (changed) {
                record.withdrawConsents();
            }
            return changed;
        });
    }

    private <E extends RecordRoot, V> RestResponse<V> step(
            Shelf<E, V> shelf, String reference, Object request, Predicate<E> verb) {
        return idempotency.once(caller(), request, shelf.viewType(), () -> {
            E record = shelf.records().toWrite(caller(), reference);
            conditional.compareIfGiven(record.version());
            if (verb.test(record)) {
                shelf.records().changed(caller(), record);
            }
            return Answer.changed(tag(shelf, record), view(shelf, record));
        });
    }

    /** The caller's party agrees to show the record to more readers. */
    public <E extends RecordRoot, V> RestResponse<V> publish(
            Shelf<E, V> shelf, String reference, PublicationRequest request) {
        return step(shelf, reference, request, record -> registrar.publish(record, request.to()));
    }

    private <E extends RecordRoot, V> Versioned<V> versioned(Shelf<E, V> shelf, E record) {
        return new Versioned<>(record.version(), view(shelf, record));
    }

    private <E extends RecordRoot, V> V view(Shelf<E, V> shelf, E record) {
        return shelf.view().apply(record, caller().today());
    }

    private ETag tag(Shelf<?, ?> shelf, RecordRoot record) {
        return conditional.tag(record.version(), whatElse(shelf));
    }

    private Object[] whatElse(Shelf<?, ?> shelf) {
        return shelf.followsCalendar() ? new Object[] {caller().today()} : new Object[0];
    }

    /**
     * One record in a view that a parameter decides too, or 304.
     *
     * @param parameter what the view rests on beside record and day
     */
    public <E extends RecordRoot, V> RestResponse<V> read(Shelf<E, V> shelf, String reference, Object parameter) {
        return conditional.read(
                () -> shelf.records().version(caller(), reference),
                () -> versioned(shelf, shelf.records().get(caller(), reference)),
                parameter,
                caller().today());
    }
}
