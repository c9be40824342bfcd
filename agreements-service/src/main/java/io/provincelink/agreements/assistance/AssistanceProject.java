package io.provincelink.agreements.assistance;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.Money;
import io.provincelink.kit.words.Text;
import io.provincelink.record.Reference;
import io.provincelink.record.Sensitivity;
import io.provincelink.record.search.SearchText;
import io.provincelink.record.search.SearchableRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What an organisation does in some regions together with a local body, and what it costs. Transactions are reached through it. */
@Entity
public class AssistanceProject extends SearchableRecord {

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private Text title;

    @Column(nullable = false)
    private UUID organisation;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ProjectStatus status;

    @Column(nullable = false)
    private LocalDate periodFrom;

    private @Nullable LocalDate periodTo;

    @Column(nullable = false)
    private List<String> regions;

    /** See {@link Footprint}, as the next five. */
    @Column(nullable = false)
    private List<String> regionsWithin;

    @Column(nullable = false)
    private List<String> units;

    @Column(nullable = false)
    private List<String> around;

    @Column(nullable = false)
    private List<String> provinces;

    @Column(nullable = false)
    private List<String> districts;

    @Column(nullable = false)
    private List<String> communes;

    @Column(nullable = false)
    private List<String> fields;

    private @Nullable BigDecimal planAmount;

    private @Nullable String planCurrency;

    private @Nullable String programme;

    private boolean collective;

    /** Sums of the transactions, so that a list does not ask for them one by one. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private List<MoneyTotal> totals;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private ProjectTerms terms;

    @SuppressWarnings("NullAway.Init")
    protected AssistanceProject() {}

    AssistanceProject(Registration registration, AssistanceProjectDraft draft) {
        super(registration);
        totals = List.of();
        take(draft, registration.anchor());
    }

    /** @throws ProblemException 409 when the status would go back to a plan */
    void revise(AssistanceProjectDraft draft, Anchor anchor) {
        if (!status.mayBecome(draft.status())) {
            throw ProblemException.of(CommonProblem.NOT_POSSIBLE, "ACTIVE, CLOSED");
        }
        place(parties(), anchor);
        setExternalIds(draft.externalIds());
        take(draft, anchor);
    }

    private void take(AssistanceProjectDraft draft, Anchor anchor) {
        title = draft.title();
        organisation = draft.organisation();
        status = draft.status();
        periodFrom = draft.period().from();
        periodTo = draft.period().to();
        fields = draft.fields().stream().map(Enum::name).toList();
        planAmount = draft.plan() == null ? null : draft.plan().amount();
        planCurrency = draft.plan() == null ? null : draft.plan().currency();
        programme = draft.programme();
        collective = draft.standsFor() != null;
        terms = draft.terms();
        standIn(draft.regions(), anchor);
    }

    private void standIn(List<String> codes, Anchor anchor) {
        Footprint footprint = Footprint.of(codes, anchor);
        regions = List.copyOf(codes);
        regionsWithin = footprint.within();
        units = footprint.units();
        around = footprint.around();
        provinces = footprint.provinces();
        districts = footprint.districts();
        communes = footprint.communes();
    }

    /** Adds a transaction to the sums. */
    void count(AssistanceTransaction transaction) {
        Money money = transaction.money();
        MoneyTotal before = totals.stream()
                .filter(total -> total.currency().equals(money.currency()))
                .findFirst()
                .orElse(new MoneyTotal(
                        money.currency(), null, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, null));
        TransactionKind kind = transaction.kind();
        MoneyTotal after = new MoneyTotal(
                before.currency(),
                null,
                plusIf(kind == TransactionKind.COMMITMENT, before.committed(), money),
                plusIf(kind == TransactionKind.DISBURSEMENT, before.disbursed(), money),
                plusIf(kind == TransactionKind.EXPENDITURE, before.expended(), money),
                null);
        List<MoneyTotal> sums = new ArrayList<>(totals);
        sums.remove(before);
        sums.add(after);
        sums.sort(Comparator.comparing(MoneyTotal::currency));
        totals = sums;
    }

    private static BigDecimal plusIf(boolean counts, BigDecimal before, Money money) {
        return counts ? before.add(money.amount()) : before;
    }

    /** What was planned and what was paid, in each currency that occurs. */
    public List<MoneyTotal> totals() {
        List<MoneyTotal> sums = new ArrayList<>();
        for (MoneyTotal total : totals) {
            boolean planned = total.currency().equals(planCurrency);
            BigDecimal plan = planned ? planAmount : null;
            sums.add(new MoneyTotal(
                    total.currency(),
                    plan,
                    total.committed(),
                    total.disbursed(),
                    total.expended(),
                    MoneyTotal.share(total.currency(), total.disbursed(), plan)));
        }
        return sums;
    }

    public Text title() {
        return title;
    }

    public UUID organisation() {
        return organisation;
    }

    public ProjectStatus status() {
        return status;
    }

    public OpenPeriod period() {
        return new OpenPeriod(periodFrom, periodTo);
    }

    public List<String> regions() {
        return regions;
    }

    public List<Field> fields() {
        return fields.stream().map(Field::valueOf).toList();
    }

    public @Nullable Money plan() {
        return planAmount == null || planCurrency == null ? null : new Money(planAmount, planCurrency);
    }

    public @Nullable String programme() {
        return programme;
    }

    /** Whether it stands for several projects that are only known together. */
    public boolean isCollective() {
        return collective;
    }

    public ProjectTerms terms() {
        return terms;
    }

    @Override
    protected List<Reference> references() {
        // not the organisation: that there is one is told by every project, and its id says no more
        return Reference.ofOne("/programme", "PROGRAMME", programme);
    }

    @Override
    protected void describe(SearchText search) {
        search.add(title).addRegions(regions);
    }

    @Override
    public boolean isSensitive() {
        return Sensitivity.of(fields(), null);
    }
}
