package io.provincelink.record.find;

import io.provincelink.kit.caller.Caller;
import io.provincelink.record.Filter;
import io.provincelink.record.RecordRoot;
import io.provincelink.record.audit.Reading;
import io.provincelink.record.brief.Brief;
import io.provincelink.record.brief.Briefs;
import io.provincelink.record.brief.NewestFirst;
import io.provincelink.record.search.Relevance;
import io.provincelink.record.search.SearchableRecord;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Searches all collections of the service whose records can be found by words, each by the index that its own list uses. */
@Singleton
public class Finds {

    /** How many hits of a type are compared, the newest ones: as many as a page of its list may have. */
    static final int COMPARED = 200;

    private final List<Briefs<?>> collections;

    Finds(@All List<Briefs<?>> collections) {
        this.collections = collections;
    }

    SearchPart of(Caller reader, SearchPartQuery query) {
        Relevance relevance = Relevance.to(query.words());
        Predicate<Hit> behind = query.behind();
        Filter filter = Filter.all().search(query.words());
        List<Hit> hits = new ArrayList<>();
        List<String> cut = new ArrayList<>();
        List<Noted<?>> notes = new ArrayList<>();
        for (Briefs<?> briefs : collections) {
            if (query.asksFor(briefs.type())) {
                look(new Look<>(reader, briefs, filter, relevance), hits, cut, notes);
            }
        }
        List<Hit> shown = hits.stream()
                .filter(behind)
                .sorted(Hit.BEST_FIRST)
                .limit(query.limit + 1L)
                .toList();
        Set<UUID> ids = new HashSet<>();
        shown.stream().limit(query.limit).forEach(hit -> ids.add(hit.record().id()));
        notes.forEach(note -> note.shown(reader, ids));
        return new SearchPart(shown, cut);
    }

    /** A question to one collection. */
    private record Look<E extends RecordRoot>(Caller reader, Briefs<E> briefs, Filter filter, Relevance relevance) {

        List<E> found() {
            return briefs.records().list(reader, filter, new NewestFirst(COMPARED));
        }

        Hit hit(SearchableRecord found, Brief brief) {
            int rank = relevance.of(brief.title(), brief.code());
            return new Hit(rank, brief, relevance.foundIn(brief.title(), found.texts(reader.regions())));
        }
    }

    /** What was found in a collection; only what is shown of it is noted as read. */
    private record Noted<E extends RecordRoot>(Briefs<E> briefs, List<E> found) {

        void shown(Caller reader, Set<UUID> ids) {
            briefs.records()
                    .shown(
                            reader,
                            found.stream()
                                    .filter(record -> ids.contains(record.id()))
                                    .toList(),
                            Reading.How.LIST);
        }
    }

    private static <E extends RecordRoot> void look(
            Look<E> look, List<Hit> hits, List<String> cut, List<Noted<?>> notes) {
        if (!SearchableRecord.class.isAssignableFrom(look.briefs().records().recordType())) {
            return;
        }
        List<E> found = look.found();
        if (found.size() > COMPARED) {
            cut.add(look.briefs().type());
        }
        List<E> compared = found.stream().limit(COMPARED).toList();
        List<Brief> briefs = look.briefs().briefs(look.reader(), compared);
        for (int i = 0; i < compared.size(); i++) {
            hits.add(look.hit((SearchableRecord) (RecordRoot) compared.get(i), briefs.get(i)));
        }
        notes.add(new Noted<>(look.briefs(), compared));
    }
}
