package io.provincelink.agreements.coordination;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How large the regions of a summary are. A project of a larger unit stands with that unit. */
@Schema(name = "AssistanceSummaryLevel")
public enum SummaryLevel {
    PROVINCE("p.provinces"),
    /** And counties. */
    DISTRICT("p.districts"),
    /** And townships. */
    COMMUNE("p.communes");

    private final String column;

    SummaryLevel(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}
