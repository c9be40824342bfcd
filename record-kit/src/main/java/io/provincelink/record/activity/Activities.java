package io.provincelink.record.activity;

import io.provincelink.record.Filter;
import io.provincelink.record.RecordRoot;
import io.provincelink.record.brief.Briefs;
import java.util.Optional;

/** Records of one collection that are something being done. */
public interface Activities<E extends RecordRoot> extends Briefs<E> {

    /** Those that are asked for; empty where none of the type can be, as of a type without fields where a field is asked for. */
    Optional<Filter> doing(ActivityQuestion asked);

    /** Whether it is work of somebody's own in a place, which may overlap with others' there; talks, visits and programmes are not. */
    default boolean isWork() {
        return false;
    }

    /** What tells whose work it is from others'. */
    default String worker(E record) {
        return record.owner();
    }
}
