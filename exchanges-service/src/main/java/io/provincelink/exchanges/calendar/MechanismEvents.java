package io.provincelink.exchanges.calendar;

import io.provincelink.exchanges.icalendar.Event;
import io.provincelink.exchanges.mechanism.Mechanism;
import io.provincelink.exchanges.mechanism.MechanismView;
import io.provincelink.kit.words.Visibility;
import java.util.List;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;

/** A mechanism: each due day stands for its session, and the text says until when that may be held. */
final class MechanismEvents {

    private MechanismEvents() {}

    /** Empty where nothing ever falls due. */
    static String of(Mechanism mechanism, Wording wording) {
        return mechanism
                .series()
                .map(series -> {
                    MechanismView view = MechanismView.of(mechanism);
                    return new Event(mechanism.id(), mechanism.version(), mechanism.recordedAt(), mechanism.updatedAt())
                            .repeating(series.first(), series.rule())
                            .summary(wording.of(view.title()))
                            .description(List.of(
                                    wording.due(view.window()), wording.names(view.parties(), mechanism.anchor())))
                            .categories(List.of(CalendarKind.MECHANISM.name(), view.kind().name(), view.level().name()))
                            .status(view.planned() ? ImmutableStatus.VEVENT_TENTATIVE : ImmutableStatus.VEVENT_CONFIRMED)
                            .seenByEverybody(view.visibility() == Visibility.PUBLIC)
                            .takingNoTime()
                            .written();
                })
                .orElse("");
    }
}
