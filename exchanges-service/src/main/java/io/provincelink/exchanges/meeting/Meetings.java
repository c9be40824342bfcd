package io.provincelink.exchanges.meeting;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.record.Filter;
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

    /** More than any session can go through. */
    private static final int MOST_OLD_BUSINESS = 500;

    private static final String CARRIED_OVER = """
            select r, o from Meeting r join r.outcomes o
             where array_intersects(r.readers, :scope) and r.mechanism = :mechanism and r.id <> :session
             and o.status = CARRIED_OVER and (%s)
             order by r.startOn desc nulls last, r.id desc, index(o)
            """;

    private static final String NEXT_AFTER_THEIRS = """
            o.carriedTo = :session
             or o.carriedTo is null and r.startOn < :start and not exists (
                select 1 from Meeting n where array_intersects(n.readers, :scope) and n.mechanism = :mechanism
                 and n.status <> CANCELLED and n.startOn > r.startOn and n.startOn < :start)""";

    public Meetings(RecordStore store) {
        super(Meeting.class, "meetings", store);
    }

    @Override
    protected Object snapshot(Meeting meeting) {
        return MeetingView.of(meeting);
    }

    /** With its outcomes in one statement: nobody sees what was said to one version of them beside another. */
    @Override
    public Meeting get(Caller caller, String reference) {
        return uuid(reference)
                .flatMap(id ->
                        query(caller, """
                                from Meeting r left join fetch r.outcomes
                                 where array_intersects(r.readers, :scope) and r.id = :id
                                """, Meeting.class).setParameter("id", id).uniqueResultOptional())
                .orElseThrow(ProblemException::notFound);
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

    /** Those that are set for that day or a later one, the next first; by the index of within, or meeting_start_on. */
    public List<Meeting> toCome(Caller caller, Filter filter, LocalDate from, int most) {
        return among(
                        caller,
                        "from Meeting r",
                        filter,
                        " and r.status in (PLANNED, POSTPONED) and r.startOn >= :from" + " order by r.startOn, r.id",
                        Meeting.class)
                .setParameter("from", from)
                .setMaxResults(most)
                .getResultList();
    }

    /** Those that were held last, the latest first; behind them those of which no day is known. */
    public List<Meeting> lastHeld(Caller caller, Filter filter, int most) {
        return among(
                        caller,
                        "from Meeting r",
                        filter,
                        " and r.status = HELD" + " order by r.startOn desc nulls last, r.id desc",
                        Meeting.class)
                .setMaxResults(most)
                .getResultList();
    }

    /**
     * Outcomes that are open and were due before today, the oldest first; by the index meeting_outcome_status.
     *
     * @param filter on the meeting {@code r} and its outcome {@code o}
     */
    List<AgreedOutcome> overdue(Caller caller, Filter filter, int most) {
        return among(
                        caller,
                        "select r, o from Meeting r join r.outcomes o",
                        filter,
                        " and o.status = OPEN and o.due < :day" + " order by o.due, r.id, index(o)",
                        Object[].class)
                .setParameter("day", caller.today())
                .setMaxResults(most)
                .getResultStream()
                .map(Meetings::agreed)
                .toList();
    }

    /** Those of the meetings that the caller may see. */
    List<KnownSession> known(Caller caller, Collection<UUID> ids) {
        return query(
                        caller,
                        "select r.id, r.mechanism, r.startOn from Meeting r where array_intersects(r.readers, :scope) and r.id in :ids",
                        KnownSession.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** Where these outcomes of the mechanism's sessions were agreed; the newest session first where several gave one the same id. */
    List<Origin> origins(Caller caller, UUID mechanism, Collection<UUID> outcomes) {
        return query(caller, """
                        select o.outcomeId, r.id, r.startOn from Meeting r join r.outcomes o
                         where array_intersects(r.readers, :scope) and r.mechanism = :mechanism and o.outcomeId in :outcomes
                         order by r.startOn desc nulls last, r.id desc
                        """, Origin.class)
                .setParameter("mechanism", mechanism)
                .setParameter("outcomes", outcomes)
                .getResultList();
    }

    /**
     * What earlier sessions of the mechanism carried over to this one: by name, or because it was the next after theirs that was not
     * cancelled. By session and place.
     */
    List<AgreedOutcome> carriedOverTo(Caller caller, Meeting session) {
        boolean next = session.startOn() != null && session.status() != MeetingStatus.CANCELLED;
        var query = query(
                        caller,
                        CARRIED_OVER.formatted(next ? NEXT_AFTER_THEIRS : "o.carriedTo = :session"),
                        Object[].class)
                .setParameter("mechanism", session.mechanism())
                .setParameter("session", session.id());
        if (next) {
            query.setParameter("start", session.startOn());
        }
        return query.setMaxResults(MOST_OLD_BUSINESS)
                .getResultStream()
                .map(Meetings::agreed)
                .toList();
    }

    /** The outcomes of later sessions that go on with one of these. */
    List<Continuation> continuations(Caller caller, Collection<Carried> carried) {
        return query(caller, """
                        select r.mechanism, o.continues, o.outcomeId, o.status from Meeting r join r.outcomes o
                         where array_intersects(r.readers, :scope)
                         and o.continues in :outcomes and r.mechanism in :mechanisms
                        """, Continuation.class)
                .setParameter("outcomes", carried.stream().map(Carried::outcome).toList())
                .setParameter(
                        "mechanisms",
                        carried.stream().map(Carried::mechanism).distinct().toList())
                .getResultList();
    }

    private static AgreedOutcome agreed(Object[] row) {
        return new AgreedOutcome((Meeting) row[0], (OutcomeRow) row[1]);
    }
}
