package io.provincelink.trade.sdmx;

import java.util.List;

/** One of the formats of an answer. */
public interface Form {

    String VND = "application/vnd.sdmx.";
    String STRUCTURE_XML = VND + "structure+xml";
    String STRUCTURE_JSON = VND + "structure+json";
    String GENERIC = VND + "genericdata+xml";
    String SPECIFIC = VND + "structurespecificdata+xml";
    String GENERIC_TIME_SERIES = VND + "generictimeseriesdata+xml";
    String SPECIFIC_TIME_SERIES = VND + "structurespecifictimeseriesdata+xml";
    String DATA_JSON = VND + "data+json";
    String DATA_CSV = VND + "data+csv";
    String XML = "application/xml";
    String XML_TEXT = "text/xml";
    String JSON = "application/json";
    String CSV = "text/csv";

    /** {@code application/vnd.sdmx.…}, without version. */
    String mediaType();

    /** What it is, for people. */
    String title();

    /** Of the format: 2.1 or 2.0.0. */
    String version();

    /** General media types that mean it too. */
    List<String> aliases();

    /** What {@code format=} calls it. */
    String format();

    /** As it is in Content-Type. */
    default String contentType() {
        return mediaType() + ";version=" + version();
    }
}
