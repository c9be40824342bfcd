package io.provincelink.exchanges.calendar;

import io.provincelink.exchanges.icalendar.Event;
import io.provincelink.exchanges.mechanism.DueSession;
import io.provincelink.exchanges.mechanism.Mechanism;
import io.provincelink.exchanges.mechanism.MechanismView;
import io.provincelink.exchanges.mechanism.Series;
import io.provincelink.exchanges.mechanism.SessionException;
import io.provincelink.exchanges.mechanism.SessionExceptionKind;
import io.provincelink.exchanges.words.Format;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Visibility;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;

/**
 * A mechanism: each due day stands for its session, and the text says until when that may be held. A session that was postponed stands on
 * its new day, and one that was merged into another one stands nowhere.
 */
final class MechanismEvents {

    private final Mechanism mechanism;
    private final MechanismView view;
    private final Wording wording;

    private MechanismEvents(Mechanism mechanism, Wording wording) {
        this.mechanism = mechanism;
        this.view = MechanismView.of(mechanism);
        this.wording = wording;
    }

    /** Empty where nothing ever falls due. */
    static String of(Mechanism mechanism, Wording wording) {
        return mechanism
                .series()
                .map(series -> new MechanismEvents(mechanism, wording).written(series))
                .orElse("");
    }

    private String written(Series series) {
        List<LocalDate> merged = new ArrayList<>();
        StringBuilder others = new StringBuilder();
        for (SessionException exception : view.exceptions()) {
            if (exception.kind() == SessionExceptionKind.MERGED) {
                merged.add(exception.due());
            } else {
                session(exception.due()).ifPresent(session -> others.append(other(session, exception)));
            }
        }
        Event rule =
                event(List.of(wording.due(view.window())), List.of()).repeating(series.first(), series.rule(), merged);
        return rule.written() + others;
    }

    private Optional<DueSession> session(LocalDate due) {
        return mechanism.due(new Period(due, due)).flatMap(sessions -> sessions.stream()
                .findFirst());
    }

    private String other(DueSession session, SessionException exception) {
        boolean online = exception.kind() == SessionExceptionKind.ONLINE;
        List<String> said = List.of(
                online ? wording.heldOnline() : wording.postponedFrom(session.due()),
                wording.dueUntil(session.last()),
                wording.of(exception.note()));
        return event(said, online ? List.of(Format.ONLINE.name()) : List.of())
                .insteadOf(session.due())
                .on(session.first(), session.first())
                .written();
    }

    private Event event(List<String> said, List<String> moreCategories) {
        List<String> lines = new ArrayList<>(said);
        lines.add(wording.names(view.parties(), mechanism.anchor()));
        List<String> categories = new ArrayList<>(List.of(
                CalendarKind.MECHANISM.name(), view.kind().name(), view.level().name()));
        categories.addAll(moreCategories);
        return new Event(mechanism.id(), mechanism.version(), mechanism.recordedAt(), mechanism.updatedAt())
                .summary(wording.of(view.title()))
                .description(lines)
                .categories(categories)
                .status(view.planned() ? ImmutableStatus.VEVENT_TENTATIVE : ImmutableStatus.VEVENT_CONFIRMED)
                .seenByEverybody(view.visibility() == Visibility.PUBLIC)
                .takingNoTime();
    }
}
