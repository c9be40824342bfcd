package io.provincelink.exchanges.mechanism;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.words.Period;
import io.provincelink.record.RecordStore;
import io.provincelink.record.Records;
import jakarta.inject.Singleton;
import java.util.List;

/** All mechanisms. */
@Singleton
public class Mechanisms extends Records<Mechanism> {

    /** More mechanisms of two parties than anybody keeps. */
    private static final int MOST = 500;

    public Mechanisms(RecordStore store) {
        super(Mechanism.class, "mechanisms", store);
    }

    @Override
    protected Object snapshot(Mechanism mechanism) {
        return MechanismView.of(mechanism);
    }

    /** Those of all these parties, or of units inside them, that stand on a day of the period; oldest record first. */
    public List<Mechanism> standing(Caller caller, List<String> parties, Period period) {
        return query(caller, """
                        from Mechanism r where array_intersects(r.readers, :scope)
                         and array_includes(r.within, :parties)
                         and (r.since is null or r.since <= :to)
                         and (r.until is null or r.until >= :from)
                         order by r.id
                        """, Mechanism.class)
                .setParameter("parties", parties.toArray(String[]::new))
                .setParameter("from", period.from())
                .setParameter("to", period.to())
                .setMaxResults(MOST)
                .getResultList();
    }
}
