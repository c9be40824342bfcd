package io.provincelink.record.observation;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.words.Period;
import io.provincelink.record.RecordStore;
import io.provincelink.record.Records;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All published figures of one service. */
@Singleton
public class Observations extends Records<Observation> {

    /** More published figures of one question than anybody reads. */
    private static final int MOST = 500;

    public Observations(RecordStore store) {
        super(Observation.class, "observations", store);
    }

    @Override
    protected Object snapshot(Observation observation) {
        return ObservationView.of(observation);
    }

    @Override
    public String address(Observation observation) {
        return super.address(observation) + "?indicator=" + observation.indicator();
    }

    /** Figures about all these parties together whose period overlaps the given one; without a period, all. Latest period first. */
    List<Observation> about(Caller caller, String indicator, List<String> parties, @Nullable Period period) {
        var query = query(caller, """
                        from Observation r where array_intersects(r.readers, :scope)
                         and r.indicator = :indicator and array_includes(r.parties, :parties)
                         and (cast(:from as LocalDate) is null or r.periodFrom <= :to and r.periodTo >= :from)
                         order by r.periodFrom desc nulls last, r.id
                        """, Observation.class)
                .setParameter("indicator", indicator)
                .setParameter("parties", parties.toArray(String[]::new))
                .setParameter("from", period == null ? null : period.from())
                .setParameter("to", period == null ? null : period.to());
        return query.setMaxResults(MOST).getResultList();
    }

    /** Figures of all indicators that overlap the period and are about these parties together, or name the programme and are about one of them. */
    List<Observation> forReview(Caller caller, Cooperation cooperation, List<String> programme) {
        return query(caller, """
                        from Observation r where array_intersects(r.readers, :scope)
                         and (r.programme in :programme and array_intersects(r.parties, :parties)
                              or array_includes(r.parties, :parties) and r.periodFrom <= :to and r.periodTo >= :from)
                         order by r.periodFrom desc nulls last, r.id
                        """, Observation.class)
                .setParameter("parties", cooperation.parties().toArray(String[]::new))
                .setParameter("programme", programme)
                .setParameter("from", cooperation.period().from())
                .setParameter("to", cooperation.period().to())
                .setMaxResults(MOST)
                .getResultList();
    }

    /** The latest figure about all these parties together whose last day lies in the period; one without days is of no known time. */
    public Optional<Observation> last(Caller caller, String indicator, List<String> parties, Period period) {
        return query(caller, """
                        from Observation r where array_intersects(r.readers, :scope)
                         and r.indicator = :indicator and array_includes(r.parties, :parties)
                         and r.periodTo >= :from and r.periodTo <= :to
                         order by r.periodTo desc, r.periodFrom desc, r.id desc
                        """, Observation.class)
                .setParameter("indicator", indicator)
                .setParameter("parties", parties.toArray(String[]::new))
                .setParameter("from", period.from())
                .setParameter("to", period.to())
                .setMaxResults(1)
                .uniqueResultOptional();
    }
}
