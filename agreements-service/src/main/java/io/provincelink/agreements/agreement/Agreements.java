package io.provincelink.agreements.agreement;

import io.provincelink.agreements.link.LinkedRecords;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.time.Today;
import io.provincelink.record.RecordStore;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** All agreements. */
@Singleton
public class Agreements extends LinkedRecords<Agreement> {

    private final Regions regions;
    private final Today today;

    public Agreements(RecordStore store, Regions regions, Today today) {
        super(Agreement.class, "agreements", store);
        this.regions = regions;
        this.today = today;
    }

    /** Those that rest on one of these agreements or legal acts. */
    List<Agreement> restingOn(Caller caller, Collection<UUID> ids) {
        return naming(caller, "array_intersects(r.restsOn, :ids)", ids);
    }

    /** Those that renew one of these agreements. */
    List<Agreement> renewing(Caller caller, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : query(
                                caller,
                                "from Agreement r where r.renews in :ids and " + IN_SCOPE + " order by r.id",
                                Agreement.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    @Override
    protected Object snapshot(Agreement agreement) {
        return new AgreementView.Reader(regions, today.get(), today.get()).whole(agreement);
    }

    @Override
    protected boolean hasCode() {
        return true;
    }
}
