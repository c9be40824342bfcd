package io.provincelink.exchanges.delegation;

import io.provincelink.exchanges.words.Format;
import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a delegation says of itself and no query asks for, kept together in one JSON column. No member is among it.
 *
 * @param visibility what the draft asked for; null lets the other side's acceptance publish it
 */
public record DelegationTerms(
        Text purpose,
        List<Field> fields,
        @Nullable Text head,
        @Nullable String invitation,
        @Nullable Authorisation authorisation,
        @Nullable Format format,
        @Nullable Text note,
        @Nullable Visibility visibility,
        @Nullable Source source) {

    /** The same for other readers. */
    DelegationTerms askingFor(@Nullable Visibility asked) {
        return new DelegationTerms(purpose, fields, head, invitation, authorisation, format, note, asked, source);
    }
}
