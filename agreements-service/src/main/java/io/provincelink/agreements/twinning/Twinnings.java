package io.provincelink.agreements.twinning;

import io.provincelink.kit.caller.Caller;
import io.provincelink.record.RecordStore;
import io.provincelink.record.Records;
import io.provincelink.record.observation.Cooperation;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All twinnings. */
@Singleton
public class Twinnings extends Records<Twinning> {

    /** More twinnings than a province and all that lies in it have; a country may have more. */
    static final int MOST = 2000;

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

    /**
     * Twinnings of units with these codes, or of units inside them, with one more than {@link #MOST} if there are more.
     *
     * @param on those that stood on the day as far as their days are known
     */
    List<Twinning> ofUnits(Caller caller, List<String> codes, LocalDate on, @Nullable TwinningLevel level) {
        String hql = "from Twinning r where " + IN_SCOPE + " and array_intersects(r.units, :codes)"
                + (level == null ? "" : " and r.level = :level")
                + " and (r.since is null or r.since <= :on) and (r.until is null or r.until >= :on)"
                + " order by r.level, r.since nulls last, r.id";
        var query = query(caller, hql, Twinning.class)
                .setParameter("codes", codes.toArray(String[]::new))
                .setParameter("on", on);
        if (level != null) {
            query.setParameter("level", level);
        }
        return query.setMaxResults(MOST + 1).getResultList();
    }
}
