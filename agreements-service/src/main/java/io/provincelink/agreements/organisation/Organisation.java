package io.provincelink.agreements.organisation;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.words.Text;
import io.provincelink.record.search.SearchText;
import io.provincelink.record.search.SearchableRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An organisation as one unit, its owner, keeps it; another unit may keep a record of the same one. */
@Entity
public class Organisation extends SearchableRecord {

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private Text name;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private OrganisationKind kind;

    private @Nullable String country;

    /** Codes of the regions that it is registered for, for the filter. */
    @Column(nullable = false)
    private List<String> registeredFor;

    /** The same, and all units around them. */
    @Column(nullable = false)
    private List<String> registeredWithin;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private OrganisationTerms terms;

    @SuppressWarnings("NullAway.Init")
    protected Organisation() {}

    Organisation(Registration registration, OrganisationDraft draft) {
        super(registration);
        take(draft, registration.anchor());
    }

    void revise(OrganisationDraft draft, Anchor anchor) {
        place(parties(), anchor);
        setExternalIds(draft.externalIds());
        take(draft, anchor);
    }

    private void take(OrganisationDraft draft, Anchor anchor) {
        name = draft.name();
        kind = draft.kind();
        country = draft.country();
        terms = draft.terms();
        Collection<String> around = new TreeSet<>();
        draft.registeredFor().forEach(region -> around.addAll(anchor.regions().within(anchor.unit(region))));
        registeredFor = List.copyOf(draft.registeredFor());
        registeredWithin = List.copyOf(around);
    }

    public Text name() {
        return name;
    }

    public OrganisationKind kind() {
        return kind;
    }

    public @Nullable String country() {
        return country;
    }

    public OrganisationTerms terms() {
        return terms;
    }

    List<String> registeredFor() {
        return registeredFor;
    }

    @Override
    protected void describe(SearchText search) {
        search.add(name).addRegions(registeredFor);
    }
}
