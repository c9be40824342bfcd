package io.provincelink.trade.sdmx.structure;

import io.provincelink.kit.words.Text;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What a structure message is about: something with an id, which this agency maintains. */
public sealed interface Artefact {

    Kind kind();

    String id();

    Text name();

    /** What it is built on. */
    default List<Reference> references() {
        return List.of();
    }

    default String urn() {
        return kind().urn(id());
    }

    /** Names an artefact. */
    record Reference(Kind kind, String id) {}

    /** Data that are published together. */
    record Dataflow(String id, Text name, DataStructure structure) implements Artefact {
        @Override
        public Kind kind() {
            return Kind.DATAFLOW;
        }

        @Override
        public List<Reference> references() {
            return List.of(new Reference(Kind.DATA_STRUCTURE, structure.id()));
        }
    }

    /** Which columns data have. */
    record DataStructure(String id, Text name, List<Component> components) implements Artefact {
        @Override
        public Kind kind() {
            return Kind.DATA_STRUCTURE;
        }

        @Override
        public List<Reference> references() {
            Stream<Reference> lists = components.stream()
                    .map(Component::codes)
                    .filter(Objects::nonNull)
                    .distinct()
                    .map(codes -> new Reference(Kind.CODELIST, codes.id()));
            return Stream.concat(lists, Stream.of(new Reference(Kind.CONCEPT_SCHEME, Catalogue.CONCEPTS)))
                    .toList();
        }

        /** Those that do this, in their order. */
        public List<Component> having(Component.Role role) {
            return components.stream()
                    .filter(component -> component.role() == role)
                    .toList();
        }

        /** The dimensions of a series' key. */
        public List<Component> dimensions() {
            return having(Component.Role.DIMENSION);
        }
    }

    /** @param partial whether it is only some of the list */
    record Codelist(String id, Text name, List<Code> codes, boolean partial) implements Artefact {
        @Override
        public Kind kind() {
            return Kind.CODELIST;
        }
    }

    /** @param partial whether it is only some of the scheme */
    record ConceptScheme(String id, Text name, List<Code> concepts, boolean partial) implements Artefact {
        @Override
        public Kind kind() {
            return Kind.CONCEPT_SCHEME;
        }
    }

    /** Which values there are in a dataflow. */
    record Constraint(String id, Text name, Dataflow flow, Region region) implements Artefact {
        @Override
        public Kind kind() {
            return Kind.CONSTRAINT;
        }

        @Override
        public List<Reference> references() {
            return List.of(new Reference(Kind.DATAFLOW, flow.id()));
        }
    }

    /**
     * The values of each dimension that there are.
     *
     * @param values in the order of the dimensions
     * @param from first day of the earliest period; empty where time was not asked for
     * @param to last day of the latest
     */
    record Region(List<Values> values, String from, String to) {

        public boolean hasTime() {
            return !from.isEmpty();
        }

        /** Of one dimension. */
        public record Values(String dimension, List<String> codes) {}
    }
}
