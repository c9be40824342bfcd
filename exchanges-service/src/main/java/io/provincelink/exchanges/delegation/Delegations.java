package io.provincelink.exchanges.delegation;

import io.provincelink.kit.caller.Caller;
import io.provincelink.record.Filter;
import io.provincelink.record.RecordStore;
import io.provincelink.record.Records;
import io.provincelink.record.audit.Reading;
import io.provincelink.record.audit.Seen;
import io.provincelink.record.change.Logged;
import io.provincelink.record.observation.Cooperation;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.Session;

/** All delegations. */
@Singleton
public class Delegations extends Records<Delegation> {

    private static final String ON_THE_WAY =
            " and r.status in (PROPOSED, ACCEPTED, UNDER_WAY) and r.periodTo >= :today";

    private final RecordStore store;

    public Delegations(RecordStore store) {
        super(Delegation.class, "delegations", store);
        this.store = store;
    }

    @Override
    protected Object snapshot(Delegation delegation) {
        return new DelegationSnapshot(DelegationView.of(delegation), delegation.membersChanged());
    }

    /** Completed delegations of the cooperation that set out in its period, counted in one query. */
    public DelegationTally tally(Caller caller, Cooperation cooperation) {
        return query(caller, """
                        select count(*), coalesce(sum(coalesce(r.travelled, r.size)), 0)
                          from Delegation r where array_intersects(r.readers, :scope)
                         and array_includes(r.within, :parties)
                         and r.status = COMPLETED and r.periodFrom between :from and :to
                        """, DelegationTally.class)
                .setParameter("parties", cooperation.parties().toArray(String[]::new))
                .setParameter("from", cooperation.period().from())
                .setParameter("to", cooperation.period().to())
                .getSingleResult();
    }

    /** Under way or to come, the next first; by the index of within, or delegation_period_to. */
    public List<Delegation> toCome(Caller caller, Filter filter, int most) {
        return among(caller, "from Delegation r", filter, ON_THE_WAY + " order by r.periodFrom, r.id", Delegation.class)
                .setParameter("today", caller.today())
                .setMaxResults(most)
                .getResultList();
    }

    /** How many there are of who sent whom, whatever became of them; by the index of within. */
    public List<DelegationCount> counts(Caller caller, Filter filter) {
        return among(
                        caller,
                        "select r.sending, r.receiving, r.status, min(r.anchor), count(*),"
                                + " coalesce(sum(coalesce(r.travelled, r.size)), 0) from Delegation r",
                        filter,
                        " group by r.sending, r.receiving, r.status",
                        DelegationCount.class)
                .getResultList();
    }

    /** One that is under way or to come, and another one with the same head on some of the same days. */
    record SameHead(Delegation delegation, Delegation other) {}

    /** By the index of within, and for each that it leads to by that of heads. */
    List<SameHead> withDoubledHead(Caller caller, Filter filter, int most) {
        return among(caller, """
                        select r, o from Delegation r join Delegation o
                            on array_intersects(o.heads, r.heads) and o.id <> r.id
                           and o.periodFrom <= r.periodTo and o.periodTo >= r.periodFrom
                           and o.status not in (DECLINED, CANCELLED) and array_intersects(o.readers, :scope)""", filter, ON_THE_WAY + " order by r.periodFrom, r.id, o.id", Object[].class)
                .setParameter("today", caller.today())
                .setMaxResults(most)
                .getResultStream()
                .map(row -> new SameHead((Delegation) row[0], (Delegation) row[1]))
                .toList();
    }

    /** Notes that the other side is shown who travels, whatever the delegation is about. */
    void membersShown(Caller caller, Delegation delegation) {
        var seen = new Seen(
                Logged.nameOf(Delegation.class),
                delegation.id(),
                delegation.version(),
                delegation.sight().readers());
        store.readings().seen(caller, List.of(seen), Reading.How.MEMBERS);
    }

    /** Others with the same head that are away on a day of this one, by their first days; those that were given up do not count. */
    List<Delegation> withSameHead(Caller caller, Delegation delegation, int most) {
        if (delegation.heads().isEmpty()) {
            return List.of();
        }
        return query(caller, """
                        from Delegation r where array_intersects(r.readers, :scope)
                         and array_intersects(r.heads, :heads) and r.id <> :id
                         and r.periodFrom <= :to and r.periodTo >= :from and r.status not in (DECLINED, CANCELLED)
                         order by r.periodFrom, r.id
                        """, Delegation.class)
                .setParameter("heads", delegation.heads().toArray(String[]::new))
                .setParameter("id", delegation.id())
                .setParameter("from", delegation.period().from())
                .setParameter("to", delegation.period().to())
                .setMaxResults(most)
                .getResultList();
    }

    /** Those that the caller sees with this person among their members, for a change of them. */
    List<Delegation> withMember(Caller caller, UUID person) {
        return query(caller, """
                        from Delegation r where array_intersects(r.readers, :scope)
                         and r.id in (select d.id from Delegation d join d.members m where m.person = :person)
                         order by r.id
                        """, Delegation.class)
                .setParameter("person", person)
                .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /**
     * Some that ended, or were given up, before a day and have a member who can still be read, for a change of them; those that somebody else is changing
     * are left for the next time. Those that were taken back are among them: what is kept of their members is kept too long alike.
     *
     * @param operator nobody's caller: nothing is shown to anybody
     */
    List<Delegation> readableOfBefore(Caller operator, LocalDate day, int most) {
        Objects.requireNonNull(operator);
        return store.entities()
                .unwrap(Session.class)
                .createQuery("""
                        from Delegation r
                         where (r.periodTo < :day or r.givenUpOn < :day)
                         and r.id in (select d.id from Delegation d join d.members m where m.sealed is not null)
                         order by r.id
                        """, Delegation.class)
                .setParameter("day", day)
                .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
                .setMaxResults(most)
                .getResultList();
    }
}
