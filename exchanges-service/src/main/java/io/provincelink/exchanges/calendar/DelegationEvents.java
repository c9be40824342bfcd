package io.provincelink.exchanges.calendar;

import io.provincelink.exchanges.delegation.Delegation;
import io.provincelink.exchanges.delegation.DelegationStatus;
import io.provincelink.exchanges.delegation.DelegationView;
import io.provincelink.exchanges.icalendar.Event;
import io.provincelink.kit.words.Visibility;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;

/** A delegation: the whole days from its departure to its return. Who is in it stays out. */
final class DelegationEvents {

    private DelegationEvents() {}

    static String of(Delegation delegation, Wording wording) {
        DelegationView view = DelegationView.of(delegation);
        String host = wording.name(view.receiving(), delegation.anchor());
        List<String> categories = new ArrayList<>(
                List.of(CalendarKind.DELEGATION.name(), view.level().name()));
        view.fields().forEach(field -> categories.add(field.name()));
        return new Event(delegation.id(), delegation.version(), delegation.recordedAt(), delegation.updatedAt())
                .on(view.period().from(), view.period().to())
                .summary(wording.of(view.purpose()))
                .description(List.of(
                        wording.name(view.sending(), delegation.anchor()) + " → " + host, wording.people(view.size())))
                .location(host)
                .categories(categories)
                .status(status(view.status()))
                .seenByEverybody(view.visibility() == Visibility.PUBLIC)
                .written();
    }

    private static Status status(DelegationStatus status) {
        return switch (status) {
            case PROPOSED -> ImmutableStatus.VEVENT_TENTATIVE;
            case ACCEPTED, UNDER_WAY, COMPLETED -> ImmutableStatus.VEVENT_CONFIRMED;
            case DECLINED, CANCELLED -> ImmutableStatus.VEVENT_CANCELLED;
        };
    }
}
