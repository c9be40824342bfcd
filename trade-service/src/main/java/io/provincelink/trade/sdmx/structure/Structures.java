package io.provincelink.trade.sdmx.structure;

import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.trade.sdmx.Sdmx;
import io.provincelink.trade.sdmx.structure.Artefact.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a structure message tells.
 *
 * @param state of the records that the codes come from
 */
public record Structures(Sdmx.State state, List<Told> artefacts) {

    /**
     * An artefact in the message.
     *
     * @param stub whether only its name is told
     */
    public record Told(Artefact artefact, boolean stub) {}

    /**
     * Gathers what a question means.
     *
     * @param codes those of the lists that come from the data
     */
    static Structures of(Selection selection, Sdmx.State state, Function<CodeSet, List<Code>> codes) {
        return new Structures(
                state,
                selection.inOrder().stream()
                        .map(one -> told(selection, one, codes))
                        .toList());
    }

    /** What comes along with a constraint. */
    public record Company(List<String> kinds) {

        /** The constraint, and of what it is about those kinds; of code lists and concepts only what it names. */
        public Structures of(Artefact.Constraint constraint, Sdmx.State state, Function<CodeSet, List<Code>> codes) {
            Artefact.DataStructure structure = constraint.flow().structure();
            List<Artefact> all = new ArrayList<>(List.of(constraint));
            if (kinds.contains("dataflow")) {
                all.add(constraint.flow());
            }
            if (kinds.contains("codelist")) {
                constraint.region().values().forEach(values -> add(all, structure, values, codes));
            }
            if (kinds.contains("conceptscheme")) {
                List<Code> concepts = Catalogue.concepts().stream()
                        .filter(concept -> structure.components().stream()
                                .anyMatch(component -> component.id().equals(concept.id())))
                        .toList();
                all.add(new Artefact.ConceptScheme(Catalogue.CONCEPTS, Catalogue.CONCEPTS_NAME, concepts, true));
            }
            if (kinds.contains("datastructure")) {
                all.add(structure);
            }
            return new Structures(
                    state,
                    all.stream().map(artefact -> new Told(artefact, false)).toList());
        }

        /** Two dimensions may share a list, which then has what either names. */
        private static void add(
                List<Artefact> all,
                Artefact.DataStructure structure,
                Artefact.Region.Values values,
                Function<CodeSet, List<Code>> codes) {
            CodeSet set = structure.dimensions().stream()
                    .filter(dimension -> dimension.id().equals(values.dimension()))
                    .map(Component::codes)
                    .findFirst()
                    .orElseThrow();
            Set<String> named = new HashSet<>(values.codes());
            all.removeIf(other -> {
                boolean same =
                        other instanceof Artefact.Codelist list && list.id().equals(set.id());
                if (same) {
                    ((Artefact.Codelist) other).codes().forEach(code -> named.add(code.id()));
                }
                return same;
            });
            List<Code> used = Structures.all(set, codes).stream()
                    .filter(code -> named.contains(code.id()))
                    .toList();
            all.add(new Artefact.Codelist(set.id(), set.title(), used, true));
        }
    }

    /**
     * What shall come along with a constraint.
     *
     * @param references null for nothing
     * @throws ProblemException 400 for a word that is none of them
     */
    public static Company company(@Nullable String references) {
        List<String> kinds = List.of("dataflow", "datastructure", "codelist", "conceptscheme", "dataproviderscheme");
        String asked = references == null ? "none" : references;
        if (asked.equals("all")) {
            return new Company(kinds);
        }
        if (!asked.equals("none") && !kinds.contains(asked)) {
            throw ProblemException.invalid(
                    Fault.at("?references", "unknown-value", "none, all, " + String.join(", ", kinds)));
        }
        return new Company(List.of(asked));
    }

    private static Told told(Selection selection, Reference one, Function<CodeSet, List<Code>> codes) {
        boolean stub = selection.isStub(one);
        boolean partial = !selection.items().isEmpty() && selection.matched().contains(one);
        Predicate<Code> named = code -> selection.has(one, code.id());
        Artefact artefact =
                switch (one.kind()) {
                    case DATAFLOW -> Catalogue.flow(one.id()).orElseThrow();
                    case DATA_STRUCTURE -> structure(one.id());
                    case CONCEPT_SCHEME ->
                        new Artefact.ConceptScheme(
                                one.id(),
                                Catalogue.CONCEPTS_NAME,
                                Catalogue.concepts().stream().filter(named).toList(),
                                partial);
                    case CODELIST -> {
                        CodeSet set = set(one.id());
                        Stream<Code> all = stub ? Stream.of() : all(set, codes).stream();
                        yield new Artefact.Codelist(
                                one.id(), set.title(), all.filter(named).toList(), partial);
                    }
                    case CONSTRAINT -> throw new IllegalStateException("constraints are made for a question");
                };
        return new Told(artefact, stub);
    }

    /** All codes of a list. */
    static List<Code> all(CodeSet set, Function<CodeSet, List<Code>> codes) {
        return set.codes().isEmpty() ? codes.apply(set) : set.codes();
    }

    private static CodeSet set(String id) {
        return Arrays.stream(CodeSet.values())
                .filter(set -> set.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Artefact structure(String id) {
        return Catalogue.STRUCTURES.stream()
                .filter(structure -> structure.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
