package io.provincelink.agreements.donation;

import io.provincelink.kit.caller.Caller;
import io.provincelink.record.RecordStore;
import io.provincelink.record.Records;
import io.provincelink.record.observation.Cooperation;
import jakarta.inject.Singleton;
import java.util.List;

/** All donations. */
@Singleton
public class Donations extends Records<Donation> {

    public Donations(RecordStore store) {
        super(Donation.class, "donations", store);
    }

    @Override
    protected Object snapshot(Donation donation) {
        return DonationView.of(donation);
    }

    /**
     * Donations between these parties that name the programme or were made in the period; for one party alone only those that name it.
     *
     * @param programme the id and code under which a donation may name it
     */
    public List<Donation> forReview(Caller caller, Cooperation cooperation, List<String> programme) {
        return query(caller, """
                        from Donation r where array_intersects(r.readers, :scope)
                         and array_includes(r.within, :parties)
                         and (r.programme in :programme or :together = true and r.onFrom <= :to and r.onTo >= :from)
                         order by r.onFrom, r.id
                        """, Donation.class)
                .setParameter("parties", cooperation.parties().toArray(String[]::new))
                .setParameter("programme", programme)
                .setParameter("together", cooperation.isTogether())
                .setParameter("from", cooperation.period().from())
                .setParameter("to", cooperation.period().to())
                .getResultList();
    }
}
