package io.provincelink.gateway.brief;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Programmes by where they stand today. */
@Schema(name = "ProgrammeSelection")
public record ProgrammeSelection(Selection running, Selection planned, Selection past) {

    public ProgrammeSelection {
        Given.value(running);
        Given.value(planned);
        Given.value(past);
    }
}
