package io.provincelink.trade.sdmx.data;

import io.provincelink.trade.sdmx.Form;
import java.util.List;

/** Formats of data, the preferred one first. */
public enum DataForm implements Form {
    GENERIC(Form.GENERIC, "2.1", "genericdata", "SDMX-ML 2.1 Generic Data", Form.XML, Form.XML_TEXT),
    SPECIFIC(Form.SPECIFIC, "2.1", "structurespecificdata", "SDMX-ML 2.1 Structure Specific Data"),
    GENERIC_TIME_SERIES(
            Form.GENERIC_TIME_SERIES, "2.1", "generictimeseriesdata", "SDMX-ML 2.1 Generic Time Series Data"),
    SPECIFIC_TIME_SERIES(
            Form.SPECIFIC_TIME_SERIES,
            "2.1",
            "structurespecifictimeseriesdata",
            "SDMX-ML 2.1 Structure Specific Time Series Data"),
    JSON(Form.DATA_JSON, "2.0.0", "jsondata", "SDMX-JSON 2.0.0 Data", Form.JSON),
    CSV(Form.DATA_CSV, "2.0.0", "csvdata", "SDMX-CSV 2.0.0", Form.CSV),
    CSV_1(Form.DATA_CSV, "1.0.0", "csvdata-1.0.0", "SDMX-CSV 1.0.0");

    private final String mediaType;
    private final String version;
    private final String format;
    private final String title;
    private final List<String> aliases;

    DataForm(String mediaType, String version, String format, String title, String... aliases) {
        this.mediaType = mediaType;
        this.version = version;
        this.format = format;
        this.title = title;
        this.aliases = List.of(aliases);
    }

    @Override
    public String mediaType() {
        return mediaType;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public List<String> aliases() {
        return aliases;
    }

    @Override
    public String format() {
        return format;
    }

    /** Whether it has room for time series alone. */
    boolean isOfTimeSeries() {
        return this == GENERIC_TIME_SERIES || this == SPECIFIC_TIME_SERIES;
    }
}
