package io.provincelink.record.activity;

import io.provincelink.kit.caller.Caller;
import io.provincelink.record.Filter;
import io.provincelink.record.RecordRoot;
import io.provincelink.record.activity.ActivityPart.Work;
import io.provincelink.record.audit.Reading;
import io.provincelink.record.brief.Brief;
import io.provincelink.record.brief.NewestFirst;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/** Asks all collections of the service, each by the index that its own list uses, and puts their newest records into one order. */
@Singleton
public class ActivityParts {

    /** How many works of a type are compared with others, the newest ones. */
    static final int COMPARED = 200;

    private static final Comparator<Brief> NEWEST_FIRST =
            Comparator.comparing((Brief brief) -> brief.id().toString()).reversed();

    private final List<Activities<?>> collections;

    ActivityParts(@All List<Activities<?>> collections) {
        this.collections = collections;
    }

    /** What is read of all collections while one answer is made. */
    private record Gathering(
            Caller reader, ActivityQuestion asked, List<Brief> items, List<Work> works, List<Noted<?>> notes) {}

    /** What was found in a collection; only what is shown of it is noted as read. */
    private record Noted<E extends RecordRoot>(Activities<E> activities, List<E> found) {

        void shown(Caller reader, Set<UUID> ids) {
            List<E> some =
                    found.stream().filter(record -> ids.contains(record.id())).toList();
            activities.records().shown(reader, some, Reading.How.LIST);
        }
    }

    ActivityPart of(Caller reader, ActivityPartQuery query, ActivityQuestion asked) {
        var gathering = new Gathering(reader, asked, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        boolean cut = false;
        for (Activities<?> activities : collections) {
            if (query.asksFor(activities.type())) {
                cut |= gather(gathering, activities, query);
            }
        }
        List<Brief> items = gathering.items().stream()
                .sorted(NEWEST_FIRST)
                .limit(query.limit + 1L)
                .toList();
        Set<UUID> shown = new HashSet<>();
        items.stream().limit(query.limit).map(Brief::id).forEach(shown::add);
        gathering.works().forEach(work -> shown.add(work.activity().id()));
        gathering.notes().forEach(note -> note.shown(reader, shown));
        return new ActivityPart(items, gathering.works(), cut);
    }

    /** @return whether there are more works than are compared */
    private static <E extends RecordRoot> boolean gather(
            Gathering gathering, Activities<E> activities, ActivityPartQuery query) {
        Optional<Filter> filter = activities.doing(gathering.asked());
        if (filter.isEmpty()) {
            return false;
        }
        Caller reader = gathering.reader();
        List<E> page = activities.records().list(reader, filter.get(), new NewestFirst(query.after, query.limit));
        gathering.items().addAll(activities.briefs(reader, page));
        if (!activities.isWork()) {
            gathering.notes().add(new Noted<>(activities, page));
            return false;
        }
        List<E> works = activities.records().list(reader, filter.get(), new NewestFirst(COMPARED));
        List<E> compared = works.stream().limit(COMPARED).toList();
        List<Brief> briefs = activities.briefs(reader, compared);
        for (int i = 0; i < compared.size(); i++) {
            E record = compared.get(i);
            gathering
                    .works()
                    .add(new Work(briefs.get(i), activities.worker(record), around(reader, record, briefs.get(i))));
        }
        // each once: a page and what is compared share records
        gathering
                .notes()
                .add(new Noted<>(
                        activities,
                        Stream.concat(page.stream(), compared.stream())
                                .distinct()
                                .toList()));
        return works.size() > COMPARED;
    }

    private static List<String> around(Caller reader, RecordRoot record, Brief brief) {
        Collection<String> around = new TreeSet<>();
        brief.where().forEach(code -> reader.regions()
                .on(code, record.anchor())
                .ifPresent(unit -> around.addAll(reader.regions().within(unit))));
        return List.copyOf(around);
    }
}
