package io.provincelink.trade.sdmx.structure;

import io.provincelink.trade.sdmx.Form;
import java.util.List;

/** Formats of structures, the preferred one first. */
public enum StructureForm implements Form {
    XML(Form.STRUCTURE_XML, "2.1", List.of(Form.XML, Form.XML_TEXT), "structure"),
    JSON(Form.STRUCTURE_JSON, "2.0.0", List.of(Form.JSON), "jsonstructure");

    private final String mediaType;
    private final String version;
    private final List<String> aliases;
    private final String format;

    StructureForm(String mediaType, String version, List<String> aliases, String format) {
        this.mediaType = mediaType;
        this.version = version;
        this.aliases = aliases;
        this.format = format;
    }

    @Override
    public String mediaType() {
        return mediaType;
    }

    @Override
    public String title() {
        return this == XML ? "SDMX-ML 2.1 Structure" : "SDMX-JSON 2.0.0 Structure";
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
}
