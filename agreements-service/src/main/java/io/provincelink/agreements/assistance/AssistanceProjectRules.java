package io.provincelink.agreements.assistance;

import io.provincelink.agreements.organisation.Organisations;
import io.provincelink.agreements.programme.Programmes;
import io.provincelink.kit.http.DraftRules;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.kit.words.Indicator;
import io.provincelink.record.RecordDesk;
import io.provincelink.record.observation.IndicatorBook;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether what the draft of a project names is there: its organisation, its programme, the indicators of its outputs. What the project
 * named before stays named: the writer of before may have seen what this one does not.
 */
@Singleton
class AssistanceProjectRules implements DraftRules<AssistanceProjectDraft> {

    private final AssistanceProjects projects;
    private final Organisations organisations;
    private final Programmes programmes;
    private final IndicatorBook book;
    private final RecordDesk desk;

    AssistanceProjectRules(
            AssistanceProjects projects,
            Organisations organisations,
            Programmes programmes,
            IndicatorBook book,
            RecordDesk desk) {
        this.projects = projects;
        this.organisations = organisations;
        this.programmes = programmes;
        this.book = book;
        this.desk = desk;
    }

    @Override
    public Class<AssistanceProjectDraft> drafts() {
        return AssistanceProjectDraft.class;
    }

    @Override
    public List<Fault> faults(AssistanceProjectDraft draft, @Nullable ExternalId key) {
        return faults(draft, desk.present(projects, key));
    }

    /** @param before the project as it stands, null for a new one */
    List<Fault> faults(AssistanceProjectDraft draft, @Nullable AssistanceProject before) {
        List<Fault> faults = new ArrayList<>();
        if (draft.organisation() != null
                && (before == null || !draft.organisation().equals(before.organisation()))
                && organisations
                        .find(desk.caller(), draft.organisation().toString())
                        .isEmpty()) {
            faults.add(Fault.at("/organisation", "unknown-record"));
        }
        if (draft.programme() != null
                && (before == null || !draft.programme().equals(before.programme()))
                && programmes.find(desk.caller(), draft.programme()).isEmpty()) {
            faults.add(Fault.at("/programme", "unknown-record"));
        }
        faults.addAll(indicatorFaults(draft.outputs(), before));
        if (before != null
                && draft.owner() != null
                && draft.owner().region() != null
                && !draft.owner().region().equals(before.owner())) {
            faults.add(Fault.fixed("/owner/region", before.owner()));
        }
        return faults;
    }

    private List<Fault> indicatorFaults(List<ProjectOutput> outputs, @Nullable AssistanceProject before) {
        Set<String> known = book.indicators().stream().map(Indicator::code).collect(Collectors.toSet());
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            String indicator = outputs.get(i) == null ? null : outputs.get(i).indicator();
            if (indicator != null && !known.contains(indicator) && !isNamed(indicator, before)) {
                String codes = known.stream().sorted().collect(Collectors.joining(", "));
                faults.add(Fault.at("/outputs/" + i + "/indicator", "unknown-indicator", codes));
            }
        }
        return faults;
    }

    private static boolean isNamed(String indicator, @Nullable AssistanceProject before) {
        return before != null
                && before.terms().outputs().stream().anyMatch(output -> indicator.equals(output.indicator()));
    }
}
