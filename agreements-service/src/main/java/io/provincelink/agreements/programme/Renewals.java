package io.provincelink.agreements.programme;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.region.Region;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Party;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import io.provincelink.record.observation.Observation;
import io.provincelink.record.observation.Observations;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes the draft of the next period out of a programme. Nothing in it looks agreed: targets become proposals, and what the old document
 * said of itself (basis, note, source, criteria) stays with the old one.
 */
@Singleton
class Renewals {

    private static final int LONGEST_CODE = 120;
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,30}");

    private final Observations observations;
    private final Foundations foundations;

    Renewals(Observations observations, Foundations foundations) {
        this.observations = observations;
        this.foundations = foundations;
    }

    /** @throws ProblemException 400 with all faults, 403 when the caller acts for none of the new parties */
    ProgrammeDraft next(Caller caller, Programme before, RenewalRequest asked) {
        Anchor anchor = new Anchor(caller.regions(), asked.period().from());
        List<Fault> faults = new ArrayList<>();
        if (!asked.period().from().isAfter(before.period().to())) {
            faults.add(Fault.at("/period/from", "before", before.period().to().plusDays(1)));
        }
        List<Party> parties = asked.parties() == null ? successors(before, anchor, faults) : asked.parties();
        if (asked.parties() != null) {
            faults.addAll(anchor.checkParties(parties));
        }
        Anchor.requireNone(faults);
        String owner =
                caller.requireActsForOneOf(parties.stream().map(Party::region).toList(), anchor.day());
        String code = asked.code() == null ? code(before, asked.period(), owner) : asked.code();
        if (code.length() > LONGEST_CODE || !CODE.matcher(code).matches()) {
            throw ProblemException.invalid(Fault.at("/code", "required"));
        }
        Text title = asked.title() == null ? title(before, asked.period()) : asked.title();
        LocalDate begin = anchor.day();
        List<Goal> goals = before.goals().stream()
                .map(goal -> carried(caller, before, goal, begin))
                .toList();
        List<Milestone> steps = before.milestones().stream()
                .filter(Milestone::isOpen)
                .map(Milestone::carried)
                .toList();
        var fresh = new RenewalRequest(asked.id(), asked.period(), parties, code, title);
        return draft(caller, before, fresh, goals, steps);
    }

    /** What the other side named and this one does not see stays behind. */
    private ProgrammeDraft draft(
            Caller caller, Programme before, RenewalRequest fresh, List<Goal> goals, List<Milestone> steps) {
        ProgrammeTerms terms = before.terms();
        return new ProgrammeDraft(
                fresh.id(),
                fresh.code(),
                before.kind(),
                fresh.title(),
                fresh.parties(),
                fresh.period(),
                terms.fields(),
                terms.fieldsAreExamples(),
                goals,
                steps,
                foundations.seenAgreements(caller, terms),
                foundations.seenActs(caller, terms),
                before.id().toString(),
                null,
                null,
                null,
                Visibility.OWN_SIDE,
                null,
                null,
                null);
    }

    /** A share or a rate starts from where it stood last, if that was published; what a total reached is no start of the next. */
    private Goal carried(Caller caller, Programme before, Goal goal, LocalDate begin) {
        Figure measure = goal.target() == null ? goal.proposedTarget() : goal.target();
        Optional<Observation> last = goal.kind() == Goal.Kind.TOTAL
                ? Optional.empty()
                : observations.last(
                        caller,
                        goal.indicator(),
                        before.parties(),
                        new Period(before.period().from(), begin.minusDays(1)));
        return last.filter(figure -> measure == null || figure.figure().unit().equals(measure.unit()))
                .map(figure -> goal.carried(
                        figure.figure(), new BaselineOrigin(figure.id(), figure.period(), figure.source())))
                .orElseGet(() -> goal.carried(null, null));
    }

    /** The units that stand for the parties on the first day; who speaks for a new unit is not known, so its body is left open. */
    private static List<Party> successors(Programme before, Anchor anchor, List<Fault> faults) {
        Map<String, Party> parties = new LinkedHashMap<>();
        for (Party party : before.terms().parties()) {
            Region unit = anchor.regions().on(party.region(), before.anchor()).orElseThrow();
            List<Region> standing = standing(anchor.regions(), unit, anchor.day());
            if (standing.size() != 1) {
                String candidates = standing.stream().map(Region::code).collect(Collectors.joining(", "));
                faults.add(Fault.at(
                        "/parties", "successor-undecided", party.region(), candidates.isEmpty() ? "?" : candidates));
                continue;
            }
            boolean same = standing.get(0).equals(unit);
            parties.putIfAbsent(
                    standing.get(0).code(),
                    same ? party : new Party(standing.get(0).code(), null));
        }
        return List.copyOf(parties.values());
    }

    /** A district's area went to its province's successor too, but nobody said that its part in a programme did. */
    private static List<Region> standing(Regions regions, Region unit, LocalDate day) {
        if (unit.validOn(day)) {
            return List.of(unit);
        }
        return regions.successors(unit).isEmpty() ? List.of() : regions.current(unit, day);
    }

    /** With the drafting side in it: the code of one side's draft must not keep the other from making its own, or tell that there is one. */
    private static String code(Programme before, Period next, String owner) {
        String side = owner.toLowerCase(Locale.ROOT).replace('.', '-');
        String base = before.code()
                .replaceFirst("-" + before.owner().toLowerCase(Locale.ROOT).replace('.', '-') + "$", "");
        return withYears(base, "-", before.period(), next) + "-" + side;
    }

    private static Text title(Programme before, Period next) {
        Text title = before.title();
        return new Text(
                renewed(title.vi(), before.period(), next),
                renewed(title.zh(), before.period(), next),
                renewed(title.en(), before.period(), next));
    }

    private static @Nullable String renewed(@Nullable String title, Period old, Period next) {
        return title == null ? null : withYears(title, " ", old, next);
    }

    /** Puts the new years where the old ones stand, with the same dash between them, else at the end. */
    static String withYears(String text, String before, Period old, Period next) {
        String dash = before.equals("-") ? "-" : "–";
        Matcher found = Pattern.compile("(?<!\\d)" + old.from().getYear() + "(\\s?[-–—/]\\s?)"
                        + old.to().getYear() + "(?!\\d)")
                .matcher(text);
        return found.find()
                ? found.replaceAll(years -> years(next, Matcher.quoteReplacement(years.group(1))))
                : text + before + years(next, dash);
    }

    private static String years(Period period, String dash) {
        int first = period.from().getYear();
        int last = period.to().getYear();
        return first == last ? String.valueOf(first) : first + dash + last;
    }
}
