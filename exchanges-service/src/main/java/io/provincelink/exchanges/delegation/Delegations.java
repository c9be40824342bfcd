package io.provincelink.exchanges.delegation;

import io.provincelink.kit.caller.Caller;
import io.provincelink.record.RecordStore;
import io.provincelink.record.Records;
import io.provincelink.record.observation.Cooperation;
import jakarta.inject.Singleton;

/** All delegations. */
@Singleton
public class Delegations extends Records<Delegation> {

    public Delegations(RecordStore store) {
        super(Delegation.class, "delegations", store);
    }

    @Override
    protected Object snapshot(Delegation delegation) {
        return new DelegationSnapshot(DelegationView.of(delegation), delegation.membersChanged());
    }

    /** Completed delegations of the cooperation that set out in its period, counted in one query. */
    public DelegationTally tally(Caller caller, Cooperation cooperation) {
        return query(caller, """
                        select count(*), coalesce(sum(r.size), 0)
                          from Delegation r where array_intersects(r.readers, :scope)
                         and array_includes(r.within, :parties)
                         and r.status = COMPLETED and r.periodFrom between :from and :to
                        """, DelegationTally.class)
                .setParameter("parties", cooperation.parties().toArray(String[]::new))
                .setParameter("from", cooperation.period().from())
                .setParameter("to", cooperation.period().to())
                .getSingleResult();
    }
}
