package io.provincelink.agreements.document;

import java.util.Map;
import java.util.Set;

/** The formats that are taken. */
final class MediaTypes {

    static final String PDF = "application/pdf";
    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static final String ODT = "application/vnd.oasis.opendocument.text";
    static final Set<String> TAKEN = Set.of(PDF, DOCX, ODT);

    private static final Map<String, String> ENDINGS = Map.of(PDF, ".pdf", DOCX, ".docx", ODT, ".odt");

    private MediaTypes() {}

    /** How the name of a file of this type ends. */
    static String ending(String type) {
        return ENDINGS.getOrDefault(type, "");
    }
}
