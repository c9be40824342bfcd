package io.provincelink.record.brief;

import io.provincelink.kit.caller.Caller;
import io.provincelink.record.Filter;
import io.provincelink.record.RecordRoot;
import io.provincelink.record.audit.Reading;
import jakarta.inject.Singleton;
import java.util.List;

/** Picks records of one type for an answer that is composed of several, and notes who was shown the sensitive ones. */
@Singleton
public class Selections {

    /** How many records of a type such an answer shows; whoever wants all of them asks for the list. */
    public static final int SHOWN = 20;

    /** Those that were recorded last. */
    public <E extends RecordRoot> Selection newest(Caller reader, Briefs<E> briefs, Filter filter) {
        List<E> found = briefs.records().list(reader, filter, new NewestFirst(SHOWN));
        return new Selection(shown(reader, briefs, found.stream().limit(SHOWN).toList()), found.size() > SHOWN);
    }

    /** These in short, in their order. */
    public <E extends RecordRoot> List<Brief> shown(Caller reader, Briefs<E> briefs, List<E> found) {
        briefs.records().shown(reader, found, Reading.How.LIST);
        return briefs.briefs(reader, found);
    }
}
