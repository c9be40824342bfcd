package io.provincelink.agreements.twinning;

import io.provincelink.kit.caller.Caller;
import io.provincelink.record.RecordStore;
import io.provincelink.record.Records;
import io.provincelink.record.observation.Cooperation;
import jakarta.inject.Singleton;
import java.util.List;

/** All twinnings. */
@Singleton
public class Twinnings extends Records<Twinning> {

    public Twinnings(RecordStore store) {
        super(Twinning.class, "twinnings", store);
    }

    @Override
    protected Object snapshot(Twinning twinning) {
        return TwinningView.of(twinning);
    }

    /** Twinnings of these parties, or of units inside them, that stood on some day of the period as far as their days are known. */
    public List<Twinning> within(Caller caller, Cooperation cooperation) {
        return query(caller, """
                        from Twinning r where array_intersects(r.readers, :scope)
                         and array_includes(r.within, :parties)
                         and (r.since is null or r.since <= :to) and (r.until is null or r.until >= :from)
                         order by r.id
                        """, Twinning.class)
                .setParameter("parties", cooperation.parties().toArray(String[]::new))
                .setParameter("from", cooperation.period().from())
                .setParameter("to", cooperation.period().to())
                .getResultList();
    }
}
