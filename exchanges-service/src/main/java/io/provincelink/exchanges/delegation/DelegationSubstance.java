package io.provincelink.exchanges.delegation;

import io.provincelink.exchanges.words.Format;
import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the other side says yes or no to, what it is shown by and counted as; it stands once it was answered. */
record DelegationSubstance(
        DelegationLevel level,
        Text purpose,
        List<Field> fields,
        Period period,
        @Nullable Text head,
        int size,
        @Nullable Format format,
        @Nullable String programme) {

    static DelegationSubstance of(Delegation delegation) {
        DelegationTerms terms = delegation.terms();
        return new DelegationSubstance(
                delegation.level(),
                terms.purpose(),
                terms.fields(),
                delegation.period(),
                terms.head(),
                delegation.size(),
                terms.format(),
                delegation.programme());
    }

    /** What else a delegation says of itself, by the names of a patch. */
    static final String REST = "members, invitation, authorisation, note, source, externalIds";
}
