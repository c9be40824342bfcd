package io.provincelink.agreements.organisation;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.time.Today;
import io.provincelink.record.RecordStore;
import io.provincelink.record.Records;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All organisations. */
@Singleton
public class Organisations extends Records<Organisation> {

    private final Today today;

    public Organisations(RecordStore store, Today today) {
        super(Organisation.class, "organisations", store);
        this.today = today;
    }

    @Override
    protected Object snapshot(Organisation organisation) {
        return OrganisationView.of(organisation, today.get());
    }

    /** Those of the ids that the caller may see. */
    public Map<UUID, Organisation> byId(Caller caller, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return query(
                        caller,
                        "from Organisation r where array_intersects(r.readers, :scope) and r.id in :ids",
                        Organisation.class)
                .setParameter("ids", List.copyOf(ids))
                .getResultStream()
                .collect(Collectors.toMap(Organisation::id, Function.identity()));
    }
}
