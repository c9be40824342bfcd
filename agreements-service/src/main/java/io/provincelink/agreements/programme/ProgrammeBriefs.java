package io.provincelink.agreements.programme;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.words.Text;
import io.provincelink.record.Filter;
import io.provincelink.record.activity.Activities;
import io.provincelink.record.activity.ActivityQuestion;
import io.provincelink.record.audit.Reading;
import io.provincelink.record.brief.Actor;
import io.provincelink.record.brief.Brief;
import io.provincelink.record.brief.NewestFirst;
import io.provincelink.record.brief.Selections;
import io.provincelink.record.brief.Span;
import io.provincelink.record.brief.Warning;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Programmes in short, and what somebody should look at near their end. */
@Singleton
public class ProgrammeBriefs implements Activities<Programme> {

    /** Talks about the next period take about half a year, and a review of the last one may still come within a year. */
    private static final int MONTHS_BEFORE_THE_END = 6;

    private static final int MONTHS_AFTER_THE_END = 12;

    /** What a programme may lack near its end. */
    private enum Lack {
        NOT_RENEWED(
                """
                not exists (select 1 from Programme n
                 where n.predecessorId = r.id and array_intersects(n.readers, :scope))""",
                new Text(
                        "Chương trình sắp hoặc đã hết hạn mà chưa có chương trình cho giai đoạn tiếp theo.",
                        "该计划即将或已经到期，下一阶段的计划尚未登记。",
                        "The programme ends soon or has ended, and none for the next period is recorded.")),
        NOT_REVIEWED(
                "r.assessment is null",
                new Text(
                        "Chương trình sắp hoặc đã hết hạn mà chưa có đánh giá chung của các bên.",
                        "该计划即将或已经到期，各方尚无共同评估。",
                        "The programme ends soon or has ended, and no assessment by its parties is recorded."));

        private final String condition;
        private final Text message;

        Lack(String condition, Text message) {
            this.condition = condition;
            this.message = message;
        }
    }

    private final Programmes programmes;

    public ProgrammeBriefs(Programmes programmes) {
        this.programmes = programmes;
    }

    @Override
    public String type() {
        return "PROGRAMME";
    }

    @Override
    public Programmes records() {
        return programmes;
    }

    @Override
    public Brief brief(Caller reader, Programme programme) {
        return new Brief(
                type(),
                programme.id(),
                programme.code(),
                programmes.address(programme),
                programme.kind().name(),
                programme.title(),
                Actor.of(programme.terms().parties()),
                programme.parties(),
                programme.terms().fields(),
                Span.of(programme.period()),
                programme.status(reader.today()).name());
    }

    /** By the index of readers, fields or within, as the list does. */
    @Override
    public Optional<Filter> doing(ActivityQuestion asked) {
        return Optional.of(asked.here()
                .and("array_contains(r.fields, :field)", "field", asked.fieldName())
                .and("r.periodFrom <= :until", "until", asked.to())
                .and("r.periodTo >= :since", "since", asked.from()));
    }

    /** Of those, the ones that stand so on the day. */
    public static Filter standing(ProgrammeStatus status, Filter some, LocalDate today) {
        return switch (status) {
            case PLANNED -> some.and("r.periodFrom > :today", "today", today);
            case ACTIVE -> some.and("r.periodFrom <= :today and r.periodTo >= :today", "today", today);
            case COMPLETED -> some.and("r.periodTo < :today", "today", today);
        };
    }

    /**
     * Programmes near their end without a next one, and without an assessment. The index programme_period finds them.
     *
     * @param these conditions that all of them meet, anew for each question
     */
    public List<Warning> warnings(Caller reader, Supplier<Filter> these) {
        List<Warning> warnings = new ArrayList<>();
        for (Lack lack : Lack.values()) {
            warnings.addAll(warned(reader, these.get(), lack));
        }
        return warnings;
    }

    private List<Warning> warned(Caller reader, Filter these, Lack lack) {
        Filter filter = these.and(
                        "r.periodTo <= :soon and " + lack.condition,
                        "soon",
                        reader.today().plusMonths(MONTHS_BEFORE_THE_END))
                .and("r.periodTo >= :lately", "lately", reader.today().minusMonths(MONTHS_AFTER_THE_END));
        List<Programme> found = programmes.list(reader, filter, new NewestFirst(Selections.SHOWN)).stream()
                .limit(Selections.SHOWN)
                .toList();
        programmes.shown(reader, found, Reading.How.LIST);
        return found.stream()
                .map(programme -> new Warning(
                        "PROGRAMME_" + lack.name(),
                        lack.message,
                        brief(reader, programme),
                        programme.period().to()))
                .toList();
    }
}
