package io.provincelink.exchanges.practice;

import io.provincelink.kit.caller.Caller;
import io.provincelink.record.RecordStore;
import io.provincelink.record.Records;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** All practices. */
@Singleton
public class Practices extends Records<Practice> {

    public Practices(RecordStore store) {
        super(Practice.class, "practices", store);
    }

    @Override
    protected Object snapshot(Practice practice) {
        return PracticeView.of(practice);
    }

    /** Those of the ids that the caller may see. */
    public List<Practice> byId(Caller caller, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : query(
                                caller,
                                "from Practice r where array_intersects(r.readers, :scope) and r.id in :ids order by r.id",
                                Practice.class)
                        .setParameter("ids", List.copyOf(ids))
                        .getResultList();
    }
}
