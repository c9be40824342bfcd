package io.provincelink.agreements.offline;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.provincelink.agreements.agreement.Agreements;
import io.provincelink.agreements.document.AgreementTexts;
import io.provincelink.agreements.programme.Programmes;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.http.JsonLines;
import io.provincelink.record.Filter;
import io.provincelink.record.change.Changes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Writes the bundle while it is read. The cursor is taken first and each page of records in a transaction of its own: a record that changes
 * meanwhile comes in its newer version and then once more in the changes, which does no harm, and a phone on a slow line holds nothing up.
 */
@Singleton
class OfflineBundle {

    private final Agreements agreements;
    private final Programmes programmes;
    private final AgreementTexts texts;
    private final Changes changes;
    private final ObjectMapper json;

    OfflineBundle(
            Agreements agreements, Programmes programmes, AgreementTexts texts, Changes changes, ObjectMapper json) {
        this.agreements = agreements;
        this.programmes = programmes;
        this.texts = texts;
        this.changes = changes;
        this.json = json;
    }

    /** @param regions codes of which a record must have one; none for all that the caller may see */
    void write(Caller caller, List<String> regions, OutputStream out) {
        Filter filter = Filter.all()
                .and(
                        "array_intersects(r.within, :regions)",
                        "regions",
                        regions.isEmpty() ? null : regions.toArray(String[]::new));
        Lines written = new Lines(new JsonLines(json, out));
        written.add(BundleLine.start(changes.cursor(caller), caller.today()));
        agreements.each(
                caller,
                filter,
                (agreement, view) ->
                        written.add(BundleLine.agreement(agreement.id(), view, texts.all(caller, agreement))));
        programmes.each(caller, filter, (programme, view) -> written.add(BundleLine.programme(programme.id(), view)));
        written.add(BundleLine.end(written.records()));
    }

    /** Counts the records on their way out. */
    private static final class Lines {

        private final JsonLines lines;
        private long count;

        Lines(JsonLines lines) {
            this.lines = lines;
        }

        void add(BundleLine line) {
            try {
                lines.add(line);
                count++;
            } catch (IOException readerGone) {
                throw new UncheckedIOException(readerGone);
            }
        }

        /** Without START. */
        long records() {
            return count - 1;
        }
    }
}
