package io.provincelink.record.search;

import io.provincelink.kit.region.Regions;
import io.provincelink.record.RecordRoot;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.FetchType;
import jakarta.persistence.MappedSuperclass;
import java.util.List;

/**
 * A record that {@code q} finds. Its table has {@code search_terms varchar[]} with a GIN index and {@code search_text text}; both are
 * written with the record and never read with it.
 */
@MappedSuperclass
public abstract class SearchableRecord extends RecordRoot {

    /** What the index holds: beginnings of words, Chinese characters alone and in twos. */
    @Basic(fetch = FetchType.LAZY)
    @Column(nullable = false)
    private List<String> searchTerms;

    /** The folded words, for what the terms cannot tell; empty only in rows of before there was a search. */
    @Basic(fetch = FetchType.LAZY)
    @Column(nullable = false)
    private String searchText;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected SearchableRecord() {}

    @SuppressWarnings("NullAway.Init") // the collection indexes a record before it writes it
    protected SearchableRecord(Registration registration) {
        super(registration);
    }

    /** Adds what a search looks into: titles, names, code, number. */
    protected abstract void describe(SearchText search);

    /** Puts what can be found of the record as it now is beside it. */
    public final void index(Regions regions) {
        SearchText search = described(regions);
        searchTerms = search.terms();
        searchText = search.folded();
    }

    /** What can be found of the record, without touching it. */
    public final Found found(Regions regions) {
        SearchText search = described(regions);
        return new Found(search.terms(), search.folded());
    }

    /** The texts that a search looks into, in the order in which the record names them. */
    public final List<String> texts(Regions regions) {
        return described(regions).texts();
    }

    private SearchText described(Regions regions) {
        SearchText search = new SearchText(regions, anchor());
        describe(search);
        return search.addRegions(parties());
    }

    /** The two columns. */
    public record Found(List<String> terms, String text) {}
}
