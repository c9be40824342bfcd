package io.provincelink.trade.sdmx.data;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.trade.sdmx.Sdmx;
import io.provincelink.trade.sdmx.data.Series.Observation;
import io.provincelink.trade.sdmx.structure.Artefact.Dataflow;
import io.provincelink.trade.sdmx.structure.Component;
import io.provincelink.trade.sdmx.structure.Component.Role;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Data in SDMX-CSV: one row for each observation, or for each series where there are none. */
final class DataCsv {

    private static final String INFORMATION = "I";

    private final Dataflow flow;
    private final Arrangement arrangement;
    private final Labels labels;
    private final Options options;
    private final List<Component> dimensions;
    private final List<Component> rest;

    DataCsv(Dataflow flow, Arrangement arrangement, Labels labels, Options options) {
        this.flow = flow;
        this.arrangement = arrangement;
        this.labels = labels;
        this.options = options;
        this.dimensions = flow.structure().dimensions();
        this.rest = Stream.of(Role.TIME, Role.MEASURE, Role.OF_SERIES, Role.OF_OBSERVATION)
                .flatMap(role -> flow.structure().having(role).stream())
                .toList();
    }

    /**
     * What a client asks for with parameters of the media type.
     *
     * @param isFirstVersion whether it is version 1.0.0, where a row begins with the dataflow and has no action
     * @param labels {@code id}, {@code both} in one column, or {@code name} in a column of its own
     * @param keys {@code none}, {@code series}, {@code obs} or {@code both}: columns with whole keys
     * @param normalized whether each period is told as the month that it begins with
     */
    record Options(boolean isFirstVersion, String labels, String keys, boolean normalized) {

        /** @throws ProblemException 406 for parameters that there are not */
        static Options of(DataForm form, Map<String, String> parameters) {
            boolean first = form == DataForm.CSV_1;
            String labels = parameters.getOrDefault("labels", "id");
            String keys = parameters.getOrDefault("keys", "none");
            String times = parameters.getOrDefault("timeformat", "original");
            boolean known = (first ? List.of("id", "both") : List.of("id", "both", "name")).contains(labels)
                    && (first ? List.of("none") : List.of("none", "series", "obs", "both")).contains(keys)
                    && List.of("original", "normalized").contains(times);
            if (!known) {
                throw ProblemException.notAcceptable(List.of(
                        DataForm.CSV.contentType()
                                + ";labels=id|both|name;keys=none|series|obs|both;timeFormat=original|normalized",
                        DataForm.CSV_1.contentType() + ";labels=id|both;timeFormat=original|normalized"));
            }
            return new Options(first, labels, keys, times.equals("normalized"));
        }

        private boolean hasKey(String of) {
            return keys.equals(of) || keys.equals("both");
        }

        private boolean hasBoth() {
            return labels.equals("both");
        }

        private boolean hasNames() {
            return labels.equals("name");
        }
    }

    void write(OutputStream out, Iterator<Series> series) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        @SuppressWarnings("resource") // closing it would end the answer, also one that broke off
        CsvWriter table = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        table.writeRecord(header());
        while (series.hasNext()) {
            Series next = series.next();
            if (arrangement.detail().hasObservations()) {
                for (Observation observation : arrangement.told(next.observations())) {
                    table.writeRecord(row(next, observation));
                }
            } else {
                table.writeRecord(row(next, null));
            }
        }
        table.flush();
    }

    private List<String> header() {
        List<String> header = new ArrayList<>();
        if (options.isFirstVersion) {
            header.add("DATAFLOW");
        } else {
            header.add("STRUCTURE");
            header.add("STRUCTURE_ID");
            if (options.hasNames()) {
                header.add("STRUCTURE_NAME");
            }
            header.add("ACTION");
        }
        if (options.hasKey("series")) {
            header.add("SERIES_KEY");
        }
        if (options.hasKey("obs")) {
            header.add("OBS_KEY");
        }
        Stream.concat(dimensions.stream(), rest.stream()).forEach(component -> {
            String name = component.name().in(labels.language());
            header.add(options.hasBoth() ? component.id() + ": " + name : component.id());
            if (options.hasNames() && component.codes() != null) {
                header.add(name);
            }
        });
        return header;
    }

    private List<String> row(Series series, @Nullable Observation observation) {
        List<String> row = new ArrayList<>();
        String reference = Sdmx.AGENCY + ":" + flow.id() + "(" + Sdmx.VERSION + ")";
        String name = flow.name().in(labels.language());
        if (!options.isFirstVersion) {
            row.add("dataflow");
        }
        row.add(options.hasBoth() ? reference + ": " + name : reference);
        if (!options.isFirstVersion) {
            if (options.hasNames()) {
                row.add(name);
            }
            row.add(INFORMATION);
        }
        String key = String.join(".", series.key());
        if (options.hasKey("series")) {
            row.add(key);
        }
        if (options.hasKey("obs")) {
            row.add(observation == null ? key : key + "." + observation.period());
        }
        for (int i = 0; i < dimensions.size(); i++) {
            add(row, dimensions.get(i), series.key().get(i));
        }
        List<@Nullable String> values = values(series, observation);
        for (int i = 0; i < rest.size(); i++) {
            add(row, rest.get(i), values.get(i));
        }
        return row;
    }

    private void add(List<String> row, Component component, @Nullable String value) {
        boolean named = value != null && component.codes() != null;
        String code = value == null ? "" : value;
        row.add(named && options.hasBoth() ? code + ": " + labels.in(component, code) : code);
        if (options.hasNames() && component.codes() != null) {
            row.add(named ? labels.in(component, code) : "");
        }
    }

    /** In the order of the columns behind the key. */
    private List<@Nullable String> values(Series series, @Nullable Observation observation) {
        boolean attributes = arrangement.detail().hasAttributes();
        List<@Nullable String> values = new ArrayList<>();
        values.add(observation == null ? null : period(observation.period()));
        values.add(observation == null ? null : observation.value());
        series.attributes().forEach(attribute -> values.add(attributes ? attribute : null));
        int more = rest.size() - values.size();
        for (int i = 0; i < more; i++) {
            values.add(
                    observation != null && attributes ? observation.attributes().get(i) : null);
        }
        return values;
    }

    private String period(String label) {
        return options.normalized ? Frequency.begin(label) : label;
    }
}
