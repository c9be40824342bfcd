package io.provincelink.trade.sdmx.structure;

import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.trade.sdmx.Sdmx;
import io.provincelink.trade.sdmx.SdmxProblem;
import io.provincelink.trade.sdmx.structure.Artefact.Reference;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which artefacts a question means.
 *
 * @param matched those that it names
 * @param related those that come along
 * @param stubs whose content is left out
 * @param items of code lists and schemes that are named, empty for all
 */
record Selection(Set<Reference> matched, Set<Reference> related, Stubs stubs, Set<String> items) {

    private static final String ALL = "all";
    private static final String NONE = "none";

    /** Resources of the standard of which there are none here. */
    private static final Set<String> ELSEWHERE = Set.of(
            "metadatastructure",
            "categoryscheme",
            "hierarchicalcodelist",
            "organisationscheme",
            "agencyscheme",
            "dataproviderscheme",
            "dataconsumerscheme",
            "organisationunitscheme",
            "metadataflow",
            "reportingtaxonomy",
            "provisionagreement",
            "structureset",
            "process",
            "categorisation",
            "contentconstraint",
            "actualconstraint",
            "allowedconstraint",
            "attachmentconstraint",
            "transformationscheme",
            "rulesetscheme",
            "userdefinedoperatorscheme",
            "customtypescheme",
            "namepersonalisationscheme",
            "vtlmappingscheme",
            "metadata",
            "schema");

    private static final List<String> KINDS =
            List.of("dataflow", "datastructure", "codelist", "conceptscheme", "structure");

    /** Of which artefacts only the name is told. */
    enum Stubs {
        NONE,
        RELATED,
        ALL
    }

    /**
     * Reads it.
     *
     * @throws ProblemException 400, 404 where nothing is found, 501 for what only the standard has
     */
    static Selection of(StructurePath path, StructureQuery query) {
        Set<Kind> kinds = kinds(path.structure);
        Function<Reference, Set<Reference>> references = references(query.references);
        Stubs stubs = stubs(query.detail);
        Set<Reference> matched = matches(path.agencies(), Sdmx.AGENCY)
                        && (matches(path.versions(), Sdmx.VERSION) || matches(path.versions(), "latest"))
                ? Catalogue.all()
                        .filter(one -> kinds.contains(one.kind()) && matches(path.ids(), one.id()))
                        .collect(Collectors.toCollection(LinkedHashSet::new))
                : Set.of();
        if (matched.isEmpty()) {
            throw ProblemException.of(SdmxProblem.NO_RESULTS);
        }
        Set<Reference> related = matched.stream()
                .flatMap(one -> references.apply(one).stream())
                .filter(one -> !matched.contains(one))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        boolean allItems = matches(path.items(), ALL);
        return new Selection(
                matched,
                related,
                stubs,
                allItems
                        ? Set.of()
                        : new LinkedHashSet<>(Arrays.asList(path.items().split("\\+"))));
    }

    /** All of them, in the order in which a message has them. */
    List<Reference> inOrder() {
        return Stream.concat(matched.stream(), related.stream())
                .sorted(Comparator.comparing(Reference::kind))
                .toList();
    }

    boolean isStub(Reference one) {
        return stubs == Stubs.ALL || stubs == Stubs.RELATED && related.contains(one);
    }

    /** Whether this code or concept of it is told. */
    boolean has(Reference one, String item) {
        return items.isEmpty() || related.contains(one) || items.contains(item);
    }

    private static boolean matches(String asked, String value) {
        return asked.equals(ALL)
                || asked.equals("*")
                || Arrays.asList(asked.split("\\+")).contains(value);
    }

    private static Set<Kind> kinds(String resource) {
        if (resource.equals("structure")) {
            return Set.of(Kind.values());
        }
        Optional<Kind> kind = Kind.ofResource(resource).filter(known -> KINDS.contains(resource));
        if (kind.isEmpty()) {
            throw ELSEWHERE.contains(resource)
                    ? ProblemException.of(SdmxProblem.NOT_IMPLEMENTED, resource)
                    : ProblemException.of(
                            SdmxProblem.NO_SUCH_RESOURCE, String.join(", ", KINDS) + ", data, availableconstraint");
        }
        return Set.of(kind.get());
    }

    private static Stubs stubs(@Nullable String detail) {
        return switch (detail == null ? "full" : detail) {
            case "full", "referencepartial" -> Stubs.NONE;
            case "referencestubs", "referencecompletestubs" -> Stubs.RELATED;
            case "allstubs", "allcompletestubs" -> Stubs.ALL;
            default ->
                throw ProblemException.invalid(Fault.at(
                        "?detail",
                        "unknown-value",
                        "full, allstubs, referencestubs, allcompletestubs, referencecompletestubs, referencepartial"));
        };
    }

    private static Function<Reference, Set<Reference>> references(@Nullable String asked) {
        return switch (asked == null ? NONE : asked) {
            case NONE -> one -> Set.of();
            case "parents" -> Selection::parents;
            case "parentsandsiblings" -> one -> united(parents(one), childrenOf(parents(one)));
            case "children" -> Selection::children;
            case "descendants" -> one -> united(children(one), childrenOf(children(one)));
            case ALL ->
                one -> united(
                        united(parents(one), childrenOf(parents(one))),
                        united(children(one), childrenOf(children(one))));
            default -> ofKind(asked);
        };
    }

    /** What is related in any way, of one kind alone. */
    private static Function<Reference, Set<Reference>> ofKind(@Nullable String resource) {
        if (resource != null && ELSEWHERE.contains(resource)) {
            return one -> Set.of();
        }
        Kind kind = Kind.ofResource(String.valueOf(resource))
                .orElseThrow(() -> ProblemException.invalid(Fault.at(
                        "?references",
                        "unknown-value",
                        "none, parents, parentsandsiblings, children, descendants, all, " + String.join(", ", KINDS))));
        return one -> {
            Set<Reference> related = united(
                    united(parents(one), parentsOf(parents(one))), united(children(one), childrenOf(children(one))));
            related.removeIf(other -> other.kind() != kind);
            return related;
        };
    }

    /** No chain of what is built on what is longer than two. */
    private static Set<Reference> children(Reference one) {
        return new LinkedHashSet<>(artefacts()
                .filter(artefact -> is(artefact, one))
                .flatMap(artefact -> artefact.references().stream())
                .toList());
    }

    private static Set<Reference> parents(Reference one) {
        return artefacts()
                .filter(artefact -> artefact.references().contains(one))
                .map(artefact -> new Reference(artefact.kind(), artefact.id()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<Reference> childrenOf(Set<Reference> some) {
        return some.stream()
                .flatMap(one -> children(one).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<Reference> parentsOf(Set<Reference> some) {
        return some.stream().flatMap(one -> parents(one).stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<Reference> united(Set<Reference> some, Set<Reference> others) {
        Set<Reference> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }

    /** Those that are built on others. */
    private static Stream<Artefact> artefacts() {
        return Stream.concat(Catalogue.FLOWS.stream(), Catalogue.STRUCTURES.stream());
    }

    private static boolean is(Artefact artefact, Reference one) {
        return artefact.kind() == one.kind() && artefact.id().equals(one.id());
    }
}
