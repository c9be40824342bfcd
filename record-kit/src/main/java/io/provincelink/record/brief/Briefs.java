package io.provincelink.record.brief;

import io.provincelink.kit.caller.Caller;
import io.provincelink.record.RecordRoot;
import io.provincelink.record.Records;
import java.util.List;

/** How the records of one collection read in short. */
public interface Briefs<E extends RecordRoot> {

    /** As in the change log, such as {@code PROGRAMME}. */
    String type();

    Records<E> records();

    Brief brief(Caller reader, E record);

    /** In the same order; for who has to ask for more, such as the names of others, with one question for all of them. */
    default List<Brief> briefs(Caller reader, List<E> found) {
        return found.stream().map(record -> brief(reader, record)).toList();
    }
}
