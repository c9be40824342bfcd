package io.provincelink.trade.sdmx.data;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.provincelink.trade.sdmx.SdmxMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;

/** Data on their way to a client, in the format that was agreed on. */
final class DataMessage implements SdmxMessage {

    private final DataForm form;
    private final DataJson.Told told;
    private final DataCsv.Options options;
    private final Iterator<Series> series;
    private final ObjectMapper json;

    DataMessage(
            DataForm form, DataJson.Told told, DataCsv.Options options, Iterator<Series> series, ObjectMapper json) {
        this.form = form;
        this.told = told;
        this.options = options;
        this.series = series;
        this.json = json;
    }

    @Override
    public boolean isLong() {
        return true;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        switch (form) {
            case JSON -> new DataJson(told, json).write(out, series);
            case CSV, CSV_1 -> new DataCsv(told.flow(), told.arrangement(), told.labels(), options).write(out, series);
            default -> new DataXml(form, told.flow(), told.arrangement(), told.state()).write(out, series);
        }
    }
}
