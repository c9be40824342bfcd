package io.provincelink.agreements.agreement;

import io.provincelink.agreements.agreement.AgreementChain.ChainItem;
import io.provincelink.agreements.agreement.AgreementGraph.GraphEdge;
import io.provincelink.agreements.agreement.AgreementGraph.GraphNode;
import io.provincelink.agreements.agreement.AgreementGraph.GraphNodeType;
import io.provincelink.agreements.agreement.life.Course;
import io.provincelink.agreements.legalact.LegalAct;
import io.provincelink.agreements.legalact.LegalActs;
import io.provincelink.kit.caller.Caller;
import io.provincelink.record.audit.Reading;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Follows what agreements name: what they rest on, and what they renew. */
@Singleton
class AgreementRelations {

    private static final int MOST = 500;

    private final Agreements agreements;
    private final LegalActs acts;

    AgreementRelations(Agreements agreements, LegalActs acts) {
        this.agreements = agreements;
        this.acts = acts;
    }

    /** The chain of renewals in which the agreement stands. */
    AgreementChain chain(Caller caller, Agreement agreement) {
        Agreement first = agreement;
        Set<UUID> passed = new LinkedHashSet<>();
        while (first.renews() != null && passed.add(first.id())) {
            List<Agreement> earlier = agreements.among(caller, List.of(first.renews()));
            if (earlier.isEmpty()) {
                break;
            }
            first = earlier.get(0);
        }
        Map<UUID, Agreement> chain = new LinkedHashMap<>();
        for (Collection<Agreement> next = List.of(first); !next.isEmpty() && chain.size() < MOST; ) {
            List<UUID> added = next.stream()
                    .filter(each -> chain.putIfAbsent(each.id(), each) == null)
                    .map(Agreement::id)
                    .toList();
            next = agreements.renewing(caller, added);
        }
        agreements.shown(caller, chain.values(), Reading.How.LIST);
        return new AgreementChain(
                chain.values().stream().map(each -> item(caller, each, chain)).toList());
    }

    private static ChainItem item(Caller caller, Agreement agreement, Map<UUID, Agreement> chain) {
        Course course = agreement.course(caller.regions());
        Agreement before = agreement.renews() == null ? null : chain.get(agreement.renews());
        return new ChainItem(
                agreement.id(),
                agreement.code(),
                agreement.title(),
                course.on(caller.today()),
                course.signatures(),
                agreement.signedOn(),
                agreement.inForceSince(),
                agreement.period(),
                before == null ? null : before.code(),
                PartySuccessors.of(agreement, caller.today(), caller.regions()));
    }

    /** What the agreement rests on, and what rests on it. */
    AgreementGraph graph(Caller caller, Agreement agreement) {
        Drawing drawing = new Drawing(caller);
        drawing.add(agreement, 0);
        drawing.up(List.of(agreement), 1);
        drawing.down(List.of(agreement), -1);
        return drawing.graph();
    }

    private final class Drawing {
        private final Caller caller;
        private final Map<UUID, GraphNode> nodes = new LinkedHashMap<>();
        private final Set<GraphEdge> edges = new LinkedHashSet<>();
        private final List<Agreement> shown = new ArrayList<>();
        private boolean complete = true;

        private Drawing(Caller caller) {
            this.caller = caller;
        }

        private void up(List<Agreement> from, int step) {
            Set<UUID> named = new LinkedHashSet<>();
            from.forEach(each -> each.restsOn().forEach(id -> {
                edges.add(new GraphEdge(each.id(), id));
                named.add(id);
            }));
            named.removeAll(nodes.keySet());
            if (named.isEmpty()) {
                return;
            }
            upActs(acts.among(caller, named), step);
            List<Agreement> next = agreements.among(caller, named).stream()
                    .filter(each -> add(each, step))
                    .toList();
            up(next, step + 1);
        }

        private void upActs(List<LegalAct> from, int step) {
            List<LegalAct> added = from.stream().filter(act -> add(act, step)).toList();
            Set<UUID> named = new LinkedHashSet<>();
            added.forEach(act -> act.basis().forEach(id -> {
                edges.add(new GraphEdge(act.id(), id));
                named.add(id);
            }));
            named.removeAll(nodes.keySet());
            if (!named.isEmpty()) {
                upActs(acts.among(caller, named), step + 1);
            }
        }

        private void down(List<Agreement> from, int step) {
            Set<UUID> below = new LinkedHashSet<>();
            from.forEach(each -> below.add(each.id()));
            if (below.isEmpty()) {
                return;
            }
            List<Agreement> next = new ArrayList<>();
            for (Agreement each : agreements.restingOn(caller, below)) {
                each.restsOn().forEach(id -> edges.add(new GraphEdge(each.id(), id)));
                if (add(each, step)) {
                    next.add(each);
                }
            }
            down(next, step - 1);
        }

        private boolean add(Agreement agreement, int step) {
            boolean added = add(new GraphNode(
                    agreement.id(),
                    GraphNodeType.AGREEMENT,
                    agreement.code(),
                    agreement.title(),
                    step,
                    null,
                    agreement.course(caller.regions()).on(caller.today()),
                    null));
            if (added) {
                shown.add(agreement);
            }
            return added;
        }

        private boolean add(LegalAct act, int step) {
            return add(new GraphNode(
                    act.id(),
                    GraphNodeType.LEGAL_ACT,
                    act.code(),
                    act.title(),
                    step,
                    act.number(),
                    null,
                    act.validOn(caller.today())));
        }

        private boolean add(GraphNode node) {
            if (nodes.size() >= MOST) {
                complete &= nodes.containsKey(node.id());
                return false;
            }
            return nodes.putIfAbsent(node.id(), node) == null;
        }

        /** An edge to what is not shown would tell that it is there. */
        private AgreementGraph graph() {
            agreements.shown(caller, shown, Reading.How.LIST);
            List<GraphEdge> drawn = edges.stream()
                    .filter(edge -> nodes.containsKey(edge.from()) && nodes.containsKey(edge.restsOn()))
                    .toList();
            return new AgreementGraph(List.copyOf(nodes.values()), drawn, complete);
        }
    }
}
