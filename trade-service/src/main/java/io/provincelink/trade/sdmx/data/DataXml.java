package io.provincelink.trade.sdmx.data;

import io.provincelink.trade.sdmx.Sdmx;
import io.provincelink.trade.sdmx.SdmxXml;
import io.provincelink.trade.sdmx.data.Series.Observation;
import io.provincelink.trade.sdmx.structure.Artefact.DataStructure;
import io.provincelink.trade.sdmx.structure.Artefact.Dataflow;
import io.provincelink.trade.sdmx.structure.Catalogue;
import io.provincelink.trade.sdmx.structure.Component;
import io.provincelink.trade.sdmx.structure.Component.Role;
import io.provincelink.trade.sdmx.structure.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Data in SDMX-ML 2.1, generic or in the terms of their structure. */
final class DataXml {

    private static final Map<DataForm, String> ROOTS = Map.of(
            DataForm.GENERIC, "GenericData",
            DataForm.SPECIFIC, "StructureSpecificData",
            DataForm.GENERIC_TIME_SERIES, "GenericTimeSeriesData",
            DataForm.SPECIFIC_TIME_SERIES, "StructureSpecificTimeSeriesData");

    private final DataForm form;
    private final Dataflow flow;
    private final Arrangement arrangement;
    private final Sdmx.State state;
    private final List<String> dimensions;
    private final List<String> ofSeries;
    private final List<String> ofObservation;

    DataXml(DataForm form, Dataflow flow, Arrangement arrangement, Sdmx.State state) {
        this.form = form;
        this.flow = flow;
        this.arrangement = arrangement;
        this.state = state;
        DataStructure structure = flow.structure();
        dimensions = structure.dimensions().stream().map(Component::id).toList();
        ofSeries = structure.having(Role.OF_SERIES).stream().map(Component::id).toList();
        ofObservation = structure.having(Role.OF_OBSERVATION).stream()
                .map(Component::id)
                .toList();
    }

    void write(OutputStream out, Iterator<Series> series) throws IOException {
        boolean generic = form == DataForm.GENERIC || form == DataForm.GENERIC_TIME_SERIES;
        String namespace = generic ? null : namespace();
        SdmxXml.Inside inside = xml -> {
            header(xml, namespace);
            if (generic) {
                xml.start("mes:DataSet", "structureRef", flow.id(), "action", "Information");
            } else {
                xml.start(
                        "mes:DataSet",
                        "spe:structureRef",
                        flow.id(),
                        "spe:dataScope",
                        "DataStructure",
                        "spe:action",
                        "Information",
                        "xsi:type",
                        "own:DataSetType");
            }
            while (series.hasNext()) {
                if (generic) {
                    generic(xml, series.next());
                } else {
                    specific(xml, series.next());
                }
            }
            xml.end();
        };
        if (namespace == null) {
            SdmxXml.document(out, ROOTS.get(form), inside);
        } else {
            SdmxXml.document(
                    out,
                    ROOTS.get(form),
                    inside,
                    "xmlns:xsi",
                    "http://www.w3.org/2001/XMLSchema-instance",
                    "xmlns:own",
                    namespace);
        }
    }

    /** As section 3 of the standard's technical notes makes it of the structure. */
    private String namespace() {
        return flow.structure().urn() + ":ObsLevelDim:" + arrangement.dimensionAtObservation();
    }

    private void header(SdmxXml xml, @Nullable String namespace) throws XMLStreamException {
        xml.header(state.messageId(), state.at());
        xml.start(
                "mes:Structure",
                "structureID",
                flow.id(),
                "namespace",
                namespace,
                "dimensionAtObservation",
                arrangement.dimensionAtObservation());
        xml.start("com:" + (namespace == null ? "StructureUsage" : "Structure"));
        Kind kind = namespace == null ? Kind.DATAFLOW : Kind.DATA_STRUCTURE;
        xml.empty(
                "Ref",
                "id",
                namespace == null ? flow.id() : flow.structure().id(),
                "version",
                Sdmx.VERSION,
                "agencyID",
                Sdmx.AGENCY,
                "package",
                kind.module(),
                "class",
                kind.type());
        xml.end().end();
        xml.text("mes:DataSetAction", "Information");
        xml.end();
    }

    private void generic(SdmxXml xml, Series series) throws XMLStreamException {
        if (arrangement.flat()) {
            for (Observation observation : arrangement.told(series.observations())) {
                xml.start("gen:Obs");
                values(xml, "gen:ObsKey", keyNames(), keyOf(series, observation));
                xml.empty("gen:ObsValue", "value", observation.value());
                attributes(xml, attributeNames(), attributesOf(series, observation));
                xml.end();
            }
            return;
        }
        xml.start("gen:Series");
        values(xml, "gen:SeriesKey", dimensions, series.key());
        attributes(xml, ofSeries, series.attributes());
        for (Observation observation : arrangement.told(series.observations())) {
            xml.start("gen:Obs");
            xml.empty("gen:ObsDimension", "value", observation.period());
            xml.empty("gen:ObsValue", "value", observation.value());
            attributes(xml, ofObservation, observation.attributes());
            xml.end();
        }
        xml.end();
    }

    private void attributes(SdmxXml xml, List<String> names, List<? extends @Nullable String> values)
            throws XMLStreamException {
        if (arrangement.detail().hasAttributes()) {
            values(xml, "gen:Attributes", names, values);
        }
    }

    private static void values(SdmxXml xml, String element, List<String> names, List<? extends @Nullable String> values)
            throws XMLStreamException {
        xml.start(element);
        for (int i = 0; i < names.size(); i++) {
            if (values.get(i) != null) {
                xml.empty("gen:Value", "id", names.get(i), "value", values.get(i));
            }
        }
        xml.end();
    }

    private void specific(SdmxXml xml, Series series) throws XMLStreamException {
        if (arrangement.flat()) {
            for (Observation observation : arrangement.told(series.observations())) {
                List<@Nullable String> cells = new ArrayList<>();
                add(cells, keyNames(), keyOf(series, observation));
                add(cells, List.of(Catalogue.VALUE), List.of(observation.value()));
                if (arrangement.detail().hasAttributes()) {
                    add(cells, attributeNames(), attributesOf(series, observation));
                }
                xml.empty("Obs", cells.toArray(String[]::new));
            }
            return;
        }
        List<@Nullable String> head = new ArrayList<>();
        add(head, dimensions, series.key());
        if (arrangement.detail().hasAttributes()) {
            add(head, ofSeries, series.attributes());
        }
        xml.start("Series", head.toArray(String[]::new));
        for (Observation observation : arrangement.told(series.observations())) {
            List<@Nullable String> cells = new ArrayList<>();
            add(cells, List.of(Catalogue.TIME, Catalogue.VALUE), List.of(observation.period(), observation.value()));
            if (arrangement.detail().hasAttributes()) {
                add(cells, ofObservation, observation.attributes());
            }
            xml.empty("Obs", cells.toArray(String[]::new));
        }
        xml.end();
    }

    private static void add(List<@Nullable String> cells, List<String> names, List<? extends @Nullable String> values) {
        for (int i = 0; i < names.size(); i++) {
            cells.add(names.get(i));
            cells.add(values.get(i));
        }
    }

    private List<String> keyNames() {
        return joined(dimensions, List.of(Catalogue.TIME));
    }

    private List<String> keyOf(Series series, Observation observation) {
        return joined(series.key(), List.of(observation.period()));
    }

    private List<String> attributeNames() {
        return joined(ofSeries, ofObservation);
    }

    private static List<@Nullable String> attributesOf(Series series, Observation observation) {
        List<@Nullable String> all = new ArrayList<>(series.attributes());
        all.addAll(observation.attributes());
        return all;
    }

    private static List<String> joined(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
