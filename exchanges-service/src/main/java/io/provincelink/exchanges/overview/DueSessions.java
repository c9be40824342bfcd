package io.provincelink.exchanges.overview;

import io.provincelink.exchanges.compliance.Compliances;
import io.provincelink.exchanges.compliance.Session;
import io.provincelink.exchanges.compliance.SessionStatus;
import io.provincelink.exchanges.mechanism.Mechanism;
import io.provincelink.exchanges.mechanism.MechanismBriefs;
import io.provincelink.exchanges.overview.ExchangesOverviewPart.DueSession;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.words.Period;
import io.provincelink.record.Filter;
import io.provincelink.record.audit.Reading;
import io.provincelink.record.brief.Brief;
import io.provincelink.record.brief.NewestFirst;
import io.provincelink.record.brief.Selections;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Sessions of standing mechanisms that may be held from today on. */
@Singleton
class DueSessions {

    /** More mechanisms than a region keeps. */
    private static final int MOST = 200;

    /** One that fell due may be held for so long; see the window of a mechanism. */
    private static final int MONTHS_OF_A_WINDOW = 12;

    private static final int MONTHS_AHEAD = 6;

    private final MechanismBriefs mechanisms;
    private final Compliances compliances;

    DueSessions(MechanismBriefs mechanisms, Compliances compliances) {
        this.mechanisms = mechanisms;
        this.compliances = compliances;
    }

    /** Those of the next half year, the first that ends first. */
    List<DueSession> of(Caller reader, Filter these) {
        Filter standing =
                these.and("r.since <= :today and (r.until is null or r.until >= :today)", "today", reader.today());
        List<Mechanism> found = mechanisms.records().list(reader, standing, new NewestFirst(MOST));
        Period asked = new Period(
                reader.today().minusMonths(MONTHS_OF_A_WINDOW), reader.today().plusMonths(MONTHS_AHEAD));
        List<Owed> owed = compliances
                .each(reader, found, asked, (mechanism, kept) -> kept.sessions().stream()
                        .filter(session -> session.status() == SessionStatus.UPCOMING)
                        .map(session -> new Owed(mechanism, session))
                        .toList())
                .stream()
                .flatMap(List::stream)
                .sorted(Owed.IN_ORDER)
                .limit(Selections.SHOWN)
                .toList();
        Set<Mechanism> shown = new LinkedHashSet<>();
        owed.forEach(session -> shown.add(session.mechanism()));
        mechanisms.records().shown(reader, shown, Reading.How.LIST);
        return owed.stream()
                .map(one -> one.told(mechanisms.brief(reader, one.mechanism())))
                .toList();
    }

    private record Owed(Mechanism mechanism, Session session) {

        static final Comparator<Owed> IN_ORDER = Comparator.comparing((Owed owed) -> owed.session.until())
                .thenComparing(owed -> owed.session.due())
                .thenComparing(owed -> owed.mechanism.id());

        DueSession told(Brief brief) {
            return new DueSession(brief, session.due(), session.from(), session.until(), session.host());
        }
    }
}
