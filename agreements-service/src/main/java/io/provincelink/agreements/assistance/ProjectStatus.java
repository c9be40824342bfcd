package io.provincelink.agreements.assistance;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a project stands, as its owner says. */
@Schema(name = "AssistanceProjectStatus")
public enum ProjectStatus {
    PIPELINE("1"),
    ACTIVE("2"),
    CLOSED("4");

    private final String iatiCode;

    ProjectStatus(String iatiCode) {
        this.iatiCode = iatiCode;
    }

    /** The code in IATI's codelist ActivityStatus. */
    public String iatiCode() {
        return iatiCode;
    }

    /** What has begun is no plan any more; what was closed may be taken up again. */
    boolean mayBecome(ProjectStatus next) {
        return this == next || next != PIPELINE;
    }
}
