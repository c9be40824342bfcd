package io.provincelink.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.kit.http.Conditional;
import io.provincelink.kit.http.Conditional.Versioned;
import io.provincelink.kit.http.Draft;
import io.provincelink.kit.http.ETag;
import io.provincelink.kit.http.MergePatch;
import io.provincelink.kit.http.Page;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.record.audit.Reading;
import io.provincelink.record.change.HistoryItem;
import io.provincelink.record.confirmation.Confirmation;
import io.provincelink.record.confirmation.ConfirmationRequest;
import io.provincelink.record.idempotency.Answer;
import io.provincelink.record.idempotency.Idempotency;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Where records are asked for and handed in: the conventions of the API around what a feature itself does. */
@RequestScoped
public class RecordDesk {

    /** Addresses are built on id and code; visibility is widened by publication. */
    private static final List<String> FIXED = List.of("id", "code", "visibility");

    /** What the contract says of {@link #readings}. */
    public static final String READS =
            "Every showing of a record in the fields POLICE, JUSTICE and BORDER_MANAGEMENT or of the level"
                    + " BORDER_POST is noted until the record is public: alone, in a list, or in another answer. For an approver of"
                    + " exactly a party; each party sees the readings of all sides of what it could see itself. They name"
                    + " authorities, not persons. 304 is no reading.";
    /** For the contract: how a key is written in an address, and whose record comes. */
    public static final String KEYS_IN_ADDRESSES =
            "The key is percent-encoded once, its slashes too: 12/2026/QĐ-UBND is 12%2F2026%2FQ%C4%90-UBND. Only a key"
                    + " with . or .. as a whole or between slashes has no address; ?externalId=system:id finds it. Each"
                    + " side may keep a record of its own under one key: here is the caller's own, else one that the"
                    + " caller is a party of, else the oldest, and a Link with rel=alternate leads to all of them.";

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

    /** One page, newest first; who takes the whole list gets the rest page by page, each read and noted before it is sent. */
    public <E extends RecordRoot, V> Page<V> list(Shelf<E, V> shelf, Filter filter, PageRequest page) {
        List<E> shown = new ArrayList<>();
        Page<V> answer = page.page(
                shelf.records().list(caller(), filter, page),
                record -> record.id().toString(),
                record -> {
                    shown.add(record);
                    return view(shelf, record);
                },
                // in a transaction of its own: neither it nor what was read in it waits for a slow reader
                following -> QuarkusTransaction.requiringNew().call(() -> list(shelf, filter, following)));
        shelf.records().shown(caller(), shown, Reading.How.LIST);
        return answer;
    }

    /** One record, or 304; that tells the reader nothing new, so it is no reading to be noted. */
    public <E extends RecordRoot, V> RestResponse<V> read(Shelf<E, V> shelf, String reference) {
        return read(shelf, reference, whatElse(shelf));
    }

    /** @param whatElse what decides the bytes beside the version */
    public <E extends RecordRoot, V> RestResponse<V> read(Shelf<E, V> shelf, String reference, Object... whatElse) {
        return conditional.read(
                () -> shelf.records().version(caller(), reference),
                () -> {
                    E record = shelf.records().get(caller(), reference);
                    shelf.records().shown(caller(), List.of(record), Reading.How.RECORD);
                    return versioned(shelf, record);
                },
                whatElse);
    }

    /**
     * Who was shown a sensitive record before it was public, for an approver of a party; newest first.
     *
     * @throws ProblemException 403 unless the caller is exactly one of the parties
     */
    public <E extends RecordRoot> Page<Reading> readings(Shelf<E, ?> shelf, String reference, PageRequest page) {
        E record = shelf.records().get(caller(), reference);
        registrar.requireDecides(record);
        return page.page(
                shelf.records().readings(caller(), record, page),
                reading -> reading.id().toString(),
                reading -> reading);
    }

    /** The record's versions that the caller could see, newest first. */
    public <E extends RecordRoot> Page<HistoryItem> history(Shelf<E, ?> shelf, String reference, PageRequest page) {
        return page.page(
                shelf.records().history(caller(), reference, page),
                item -> String.valueOf(item.version()),
                Function.identity());
    }

    /** A new record, once per Idempotency-Key. Call within a transaction. */
    public <E extends RecordRoot, V> RestResponse<V> create(Shelf<E, V> shelf, Object draft, Supplier<E> record) {
        return idempotency.once(caller(), draft, shelf.viewType(), () -> {
            E added = shelf.records().add(caller(), record.get());
            return Answer.created(shelf.records().address(added), tag(shelf, added), view(shelf, added));
        });
    }

    /** A party's change of the version that it read; one that changes nothing makes no version. Call within a transaction. */
    public <E extends RecordRoot, V> RestResponse<V> change(Shelf<E, V> shelf, String reference, Consumer<E> verb) {
        E record = shelf.records().toWrite(caller(), reference);
        registrar.requireParty(record);
        long read = record.version();
        conditional.requireMatch(read);
        boolean wasAudited = record.isReadAudited();
        verb.accept(record);
        if (wasAudited && !record.isReadAudited()) {
            registrar.requireMayUncover(record);
        }
        if (shelf.records().isAsRead(caller(), record, read)) {
            shelf.records().shown(caller(), List.of(record), Reading.How.STEP);
        } else {
            record.withdrawConsents();
            shelf.records().changed(caller(), record);
        }
        return conditional.changed(versioned(shelf, record), whatElse(shelf));
    }

    /** The record is taken back by the side that wrote it. Call within a transaction. */
    public RestResponse<Void> remove(Shelf<?, ?> shelf, String reference) {
        removeFrom(shelf.records(), reference);
        return RestResponse.noContent();
    }

    private <E extends RecordRoot> void removeFrom(Records<E> records, String reference) {
        E record = records.toWrite(caller(), reference);
        registrar.requireMayTakeBack(record, records.isOwnWork(caller(), record));
        conditional.requireMatch(record.version());
        records.remove(caller(), record);
    }

    /** The record that a partner's system keeps under this key, or 304; Content-Location says where it is. */
    public <E extends RecordRoot, V> RestResponse<V> readByKey(Shelf<E, V> shelf, ExternalId key) {
        return readByKey(shelf, key, record -> true);
    }

    /** @param wanted which of the records with this key are asked for */
    public <E extends RecordRoot, V> RestResponse<V> readByKey(Shelf<E, V> shelf, ExternalId key, Predicate<E> wanted) {
        return readByKey(shelf, key, wanted, whatElse(shelf));
    }

    /** @param whatElse what decides the bytes beside the version */
    public <E extends RecordRoot, V> RestResponse<V> readByKey(
            Shelf<E, V> shelf, ExternalId key, Predicate<E> wanted, Object... whatElse) {
        List<E> found =
                shelf.records().withKey(caller(), key).stream().filter(wanted).toList();
        E record = found.stream().findFirst().orElseThrow(ProblemException::notFound);
        RestResponse<V> answer = conditional.read(
                record::version,
                () -> {
                    shelf.records().shown(caller(), List.of(record), Reading.How.RECORD);
                    return versioned(shelf, record);
                },
                whatElse);
        if (found.size() > 1) {
            answer.getHeaders()
                    .add(HttpHeaders.LINK, "<" + all(shelf.records().address(record), key) + ">; rel=\"alternate\"");
        }
        return located(shelf, record, answer);
    }

    /** Where all records with this key are. */
    private static String all(String address, ExternalId key) {
        int query = address.indexOf('?');
        String path = query < 0 ? address : address.substring(0, query);
        return path.substring(0, path.lastIndexOf('/'))
                + (query < 0 ? "?" : address.substring(query) + "&")
                + "externalId="
                + URLEncoder.encode(key.toString(), StandardCharsets.UTF_8);
    }

    /**
     * What a partner's system hands in under its own key: a new record, or all that one says anew in the version that the system read.
     * Call within a transaction.
     *
     * @param draft gets the key if it does not name it
     * @param make the new record out of the draft
     * @param revise takes the draft over into the record
     */
    public <E extends RecordRoot, V, D> RestResponse<V> put(
            Shelf<E, V> shelf, ExternalId key, D draft, Function<D, E> make, BiConsumer<E, D> revise) {
        D keyed = keyed(draft, key);
        Optional<E> present =
                shelf.records().withKey(caller(), key).stream().findFirst().filter(registrar::isAuthor);
        if (present.isEmpty()) {
            conditional.requireNothingExpected();
            E added = shelf.records().add(caller(), make.apply(keyed));
            return Answer.created(shelf.records().address(added), tag(shelf, added), view(shelf, added))
                    .response();
        }
        conditional.requireNoneMatch(tag(shelf, present.get()));
        String id = present.get().id().toString();
        return located(shelf, present.get(), change(shelf, id, record -> {
            requireSameFixed(record, patches.tree(keyed));
            revise.accept(record, keyed);
        }));
    }

    private <E extends RecordRoot, V> RestResponse<V> located(Shelf<E, V> shelf, E record, RestResponse<V> response) {
        response.getHeaders()
                .putSingle(HttpHeaders.CONTENT_LOCATION, shelf.records().address(record));
        return response;
    }

    private <D> D keyed(D draft, ExternalId key) {
        JsonNode known = patches.tree(draft).path("externalIds");
        JsonNode wanted = patches.tree(key);
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        known.forEach(all::add);
        for (JsonNode one : known) {
            if (one.equals(wanted)) {
                return draft;
            }
        }
        all.add(wanted);
        return patches.apply(draft, JsonNodeFactory.instance.objectNode().set("externalIds", all));
    }

    /** A whole draft may leave out what cannot be changed, or say it as it is. */
    private static void requireSameFixed(RecordRoot record, JsonNode draft) {
        Map<String, String> is = new LinkedHashMap<>();
        is.put("id", record.id().toString());
        is.put("visibility", record.visibility().name());
        if (record instanceof Coded coded) {
            is.put("code", coded.code());
        }
        List<Fault> faults = new ArrayList<>();
        is.forEach((field, value) -> {
            if (draft.hasNonNull(field) && !draft.path(field).asText().equals(value)) {
                faults.add(Fault.fixed("/" + field, value));
            }
        });
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
    }

    /** The draft with the patch applied, valid as a whole; what addresses and sight rest on cannot be patched. */
    public <D> D patched(D draft, JsonNode patch) {
        return patched(draft, patch, whole -> List.of());
    }

    /** @param rules what the records that are there find wrong with the whole, so that one answer names that too */
    public <D> D patched(D draft, JsonNode patch, Function<D, List<Fault>> rules) {
        JsonNode present = patches.tree(draft);
        List<Fault> fixed = FIXED.stream()
                .filter(patch::has)
                .filter(field -> !field.equals("code") || present.has(field))
                .map(field -> Fault.fixed("/" + field, present.path(field).asText(null)))
                .toList();
        return patches.apply(draft, patch, rules, fixed);
    }

    /** What the draft of a change finds wrong with itself, but for what the record says already. */
    public <D extends Draft> List<Fault> faults(D before, D draft, Anchor anchor) {
        return patches.faults(before, draft, anchor);
    }

    /** Reads what an address asks for beyond single words. */
    public ParameterReader parameters() {
        return new ParameterReader(caller());
    }

    /** What the caller's side keeps under a partner's key, so that a draft is judged beside it; null where that is nothing. */
    public <E extends RecordRoot> @Nullable E present(Records<E> records, @Nullable ExternalId key) {
        return key == null
                ? null
                : records.withKey(caller(), key).stream()
                        .findFirst()
                        .filter(registrar::isAuthor)
                        .orElse(null);
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

    /** The same where nothing changes in what the record says, so that consents to publish it stay. */
    public <E extends RecordRoot, V> RestResponse<V> step(
            Shelf<E, V> shelf, String reference, Object request, Predicate<E> verb) {
        return idempotency.once(caller(), request, shelf.viewType(), () -> {
            E record = shelf.records().toWrite(caller(), reference);
            conditional.compareIfGiven(record.version());
            if (verb.test(record)) {
                shelf.records().changed(caller(), record);
            } else {
                shelf.records().shown(caller(), List.of(record), Reading.How.STEP);
            }
            return Answer.changed(tag(shelf, record), view(shelf, record));
        });
    }

    /** The caller's party agrees to show the record to more readers. */
    public <E extends RecordRoot, V> RestResponse<V> publish(
            Shelf<E, V> shelf, String reference, PublicationRequest request) {
        return step(shelf, reference, request, record -> registrar.publish(record, request.to()));
    }

    /**
     * The caller's party says whether it stands by a part of the record. That changes nothing in what the record says, so consents to
     * publish it stay.
     *
     * @param verb takes the words of the parties that the caller speaks for, and says whether anything changed
     */
    public <E extends RecordRoot, V> RestResponse<V> confirm(
            Shelf<E, V> shelf, String reference, ConfirmationRequest request, BiPredicate<E, List<Confirmation>> verb) {
        return step(shelf, reference, request, record -> verb.test(record, registrar.words(record, request)));
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
        List<Object> decisive = new ArrayList<>();
        if (shelf.followsCalendar()) {
            decisive.add(caller().today());
        }
        if (shelf.followsReader()) {
            decisive.add(caller().scope());
        }
        return decisive.toArray();
    }
}
