package io.provincelink.exchanges.meeting;

import io.provincelink.kit.caller.Caller;
import io.provincelink.record.RecordStore;
import io.provincelink.record.Records;
import io.provincelink.record.observation.Cooperation;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** All meetings. */
@Singleton
public class Meetings extends Records<Meeting> {

    public Meetings(RecordStore store) {
        super(Meeting.class, "meetings", store);
    }

    @Override
    protected Object snapshot(Meeting meeting) {
        return MeetingView.of(meeting);
    }

    /** Held meetings of the cooperation, counted in one query. */
    public MeetingTally tally(Caller caller, Cooperation cooperation) {
        return query(caller, """
                        select count(*) filter (where r.level = HIGH), count(r.mechanism)
                          from Meeting r where array_intersects(r.readers, :scope)
                         and array_includes(r.within, :parties)
                         and r.status = HELD and r.startOn between :from and :to
                        """, MeetingTally.class)
                .setParameter("parties", cooperation.parties().toArray(String[]::new))
                .setParameter("from", cooperation.period().from())
                .setParameter("to", cooperation.period().to())
                .getSingleResult();
    }

    /** The sessions of these mechanisms that were set for that day or a later one, by day. */
    public List<MeetingDay> daysOf(Caller caller, Collection<UUID> mechanisms, LocalDate from) {
        return query(caller, """
                        select r.id, r.mechanism, r.startOn, r.status
                          from Meeting r where array_intersects(r.readers, :scope)
                         and r.mechanism in :mechanisms and r.startOn >= :from
                         order by r.startOn, r.id
                        """, MeetingDay.class)
                .setParameter("mechanisms", mechanisms)
                .setParameter("from", from)
                .getResultList();
    }
}
