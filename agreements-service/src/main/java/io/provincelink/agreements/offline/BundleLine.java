package io.provincelink.agreements.offline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.agreements.document.AgreementTextView;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the bundle. A line with a record has the names of an item of {@code /changes}, so that a client takes both in with the same code.
 *
 * @param type START first, then AGREEMENT and PROGRAMME, and END last: without it the download broke off
 * @param cursor of START: where {@code /changes} goes on
 * @param asOf of START: the day of all values that follow the calendar
 * @param record the agreement or programme as {@code GET} gives it
 * @param texts of an agreement, in every language that there is one in, as {@code GET /agreements/{id}/text} gives it
 * @param records of END: how many lines with a record there were
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BundleLine(
        String type,
        @Nullable String cursor,
        @Nullable LocalDate asOf,
        @Nullable UUID id,
        @Nullable Object record,
        @Nullable List<AgreementTextView> texts,
        @Nullable Long records) {

    static BundleLine start(String cursor, LocalDate asOf) {
        return new BundleLine("START", cursor, asOf, null, null, null, null);
    }

    static BundleLine agreement(UUID id, Object record, List<AgreementTextView> texts) {
        return new BundleLine("AGREEMENT", null, null, id, record, texts, null);
    }

    static BundleLine programme(UUID id, Object record) {
        return new BundleLine("PROGRAMME", null, null, id, record, null, null);
    }

    static BundleLine end(long records) {
        return new BundleLine("END", null, null, null, null, null, records);
    }
}
