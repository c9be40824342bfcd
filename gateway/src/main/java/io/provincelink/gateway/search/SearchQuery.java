package io.provincelink.gateway.search;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.CommaSeparated;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.words.FoldedText;
import jakarta.ws.rs.QueryParam;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What is searched for. */
public class SearchQuery extends PageRequest implements CheckedQuery {

    private static final int LONGEST = 200;

    /** Relevance and id of the last hit that was shown. */
    private static final Pattern PLACE = Pattern.compile("\\d{1,3} [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @QueryParam("q")
    @Parameter(
            required = true,
            description =
                    "All of these words, or beginnings of words; tone marks and case do not count, đ is d, Chinese is"
                            + " found by any part.",
            example = "thanh thuy 河江")
    public @Nullable String q;

    @CommaSeparated
    @QueryParam("types")
    @Parameter(
            description = "Types of records, comma separated: AGREEMENT, PROGRAMME, LEGAL_ACT, TWINNING, ORGANISATION,"
                    + " ASSISTANCE_PROJECT, DONATION, POVERTY_LIST, MECHANISM, MEETING, DELEGATION, PRACTICE, GATE. All where"
                    + " none is named.",
            example = "PROGRAMME,MEETING")
    public @Nullable String types;

    /** Those that are asked for; all where none is named. */
    Set<RecordType> asked() {
        Set<RecordType> named = EnumSet.noneOf(RecordType.class);
        if (types == null) {
            return EnumSet.allOf(RecordType.class);
        }
        for (String name : types.split(",", -1)) {
            try {
                named.add(RecordType.valueOf(name.strip()));
            } catch (IllegalArgumentException unknown) {
                throw ProblemException.invalid(Fault.at("?types", "unknown-value", RecordType.known()));
            }
        }
        return named;
    }

    /** Where the page begins; null at the first one. */
    @Nullable
    String place() {
        String after = after();
        if (after != null && !PLACE.matcher(after).matches()) {
            throw ProblemException.invalid(Fault.at("?cursor", "bad-cursor"));
        }
        return after;
    }

    /** As the services read it, so that what they would refuse is refused here. */
    @Override
    public void check(ParameterReader parameters) {
        if (q == null) {
            parameters.note(Fault.at("?q", "required"));
        } else if (q.length() > LONGEST) {
            parameters.note(Fault.at("?q", "too-long-text", LONGEST));
        } else if (FoldedText.of(q).codePoints().noneMatch(Character::isLetterOrDigit)) {
            parameters.note(Fault.at("?q", "no-words"));
        }
        parameters.read(this::asked);
        parameters.requireNoFaults();
    }
}
