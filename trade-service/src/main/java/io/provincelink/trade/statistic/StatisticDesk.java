package io.provincelink.trade.statistic;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.kit.http.Conditional;
import io.provincelink.kit.http.Conditional.Versioned;
import io.provincelink.kit.http.MergePatch;
import io.provincelink.kit.http.Page;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.time.Today;
import io.provincelink.record.Filter;
import io.provincelink.record.RecordStore;
import io.provincelink.record.idempotency.Answer;
import io.provincelink.record.idempotency.Idempotency;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Where figures are asked for and handed in: the conventions of the API around what a feature itself does. */
@RequestScoped
public class StatisticDesk {

    private final CurrentCaller caller;
    private final Conditional conditional;
    private final Idempotency idempotency;
    private final MergePatch patches;
    private final Today today;

    public StatisticDesk(
            CurrentCaller caller, Conditional conditional, Idempotency idempotency, MergePatch patches, Today today) {
        this.caller = caller;
        this.conditional = conditional;
        this.idempotency = idempotency;
        this.patches = patches;
        this.today = today;
    }

    public Caller caller() {
        return caller.get();
    }

    /** What every new figure starts from. */
    public Statistic.Registration registration(
            @Nullable UUID id, MonthRange months, String reporter, @Nullable String partner, short gate) {
        return new Statistic.Registration(RecordStore.idOr(id), months, reporter, partner, gate, today.now());
    }

    /** One page in the order of months; who takes the whole list gets the rest page by page. */
    public <F extends Reported, V> Page<V> list(StatisticTable<F, V> figures, Filter filter, PageRequest page) {
        return page.page(
                figures.list(caller(), filter, page),
                figure -> StatisticKey.write(figure.columns()),
                figure -> figures.view(caller(), figure),
                // in a transaction of its own: neither it nor what was read in it waits for a slow reader
                following -> QuarkusTransaction.requiringNew().call(() -> list(figures, filter, following)));
    }

    /** One figure, or 304. */
    public <F extends Reported, V> RestResponse<V> read(StatisticTable<F, V> figures, String id) {
        return conditional.read(
                () -> figures.version(caller(), id), () -> versioned(figures, figures.get(caller(), id)));
    }

    /** One version that the table does not hold now, or 304; {@code whatElse} tells it from others with the same id. */
    public <V> RestResponse<V> read(LongSupplier version, Supplier<Versioned<V>> load, Object... whatElse) {
        return conditional.read(version, load, whatElse);
    }

    /** A new figure, once per Idempotency-Key. Call within a transaction. */
    public <F extends Reported, V> RestResponse<V> create(
            StatisticTable<F, V> figures, Object draft, Class<V> view, Supplier<F> figure) {
        return idempotency.once(caller(), draft, view, () -> {
            F added = figures.add(caller(), figure.get());
            return Answer.created(
                    figures.address(added), conditional.tag(added.version()), figures.view(caller(), added));
        });
    }

    /**
     * The reporter's figure, in the version that the caller read.
     *
     * @throws io.provincelink.kit.problem.ProblemException 404, 403, 412 or 428
     */
    public <F extends Reported, V> F toRevise(StatisticTable<F, V> figures, String id) {
        F figure = figures.getToRevise(caller(), id);
        conditional.requireMatch(figure.version());
        return figure;
    }

    /** The draft with the patch applied, valid as a whole, and still about the same. */
    public <D extends StatisticDraft> D patched(D draft, JsonNode patch) {
        return patches.apply(draft, patch, revised -> revised.faultsAsRevisionOf(draft), List.of());
    }

    /** Reads what an address asks for beyond single words. */
    public ParameterReader parameters() {
        return new ParameterReader(caller());
    }

    /** Answers a patch with the figure as it is now. */
    public <F extends Reported, V> RestResponse<V> changed(StatisticTable<F, V> figures, F figure) {
        return conditional.changed(versioned(figures, figure));
    }

    private <F extends Reported, V> Versioned<V> versioned(StatisticTable<F, V> figures, F figure) {
        return new Versioned<>(figure.version(), figures.view(caller(), figure));
    }
}
