package io.provincelink.agreements.programme;

import io.provincelink.kit.caller.Caller;
import io.provincelink.record.Filter;
import io.provincelink.record.brief.Selection;
import io.provincelink.record.brief.Selections;
import java.util.function.Supplier;

/** Programmes by where they stand today. */
public record ProgrammeSelection(Selection running, Selection planned, Selection past) {

    /** @param these conditions that all of them meet, anew for each question */
    public static ProgrammeSelection of(
            Caller reader, Selections selections, ProgrammeBriefs briefs, Supplier<Filter> these) {
        return new ProgrammeSelection(
                selections.newest(
                        reader, briefs, ProgrammeBriefs.standing(ProgrammeStatus.ACTIVE, these.get(), reader.today())),
                selections.newest(
                        reader, briefs, ProgrammeBriefs.standing(ProgrammeStatus.PLANNED, these.get(), reader.today())),
                selections.newest(
                        reader,
                        briefs,
                        ProgrammeBriefs.standing(ProgrammeStatus.COMPLETED, these.get(), reader.today())));
    }
}
