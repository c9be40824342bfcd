package io.provincelink.exchanges.summary;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.provincelink.exchanges.Drafts;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Five years of delegations in both directions, always the same ones: 129 with 1,506 delegates in all. */
final class FiveYears {

    static final String HOME = "XA.01";
    static final String ABROAD = "XB.010100";
    static final int DELEGATIONS = 129;
    static final int DELEGATES = 1506;

    private static final List<String> LEVELS =
            List.of("HIGH", "PROVINCIAL", "DEPARTMENT", "DISTRICT", "COMMUNE", "BORDER_POST");
    private static final List<List<String>> FIELDS =
            List.of(List.of("TRADE"), List.of(), List.of("HEALTH", "AGRICULTURE"), List.of("CULTURE"));

    private FiveYears() {}

    /** One of them. */
    record Trip(boolean outgoing, LocalDate day, String level, List<String> fields, int size) {

        String sending() {
            return outgoing ? HOME : ABROAD;
        }

        String receiving() {
            return outgoing ? ABROAD : HOME;
        }

        ObjectNode draft() {
            ObjectNode draft = Drafts.delegation(sending(), receiving(), day.toString(), size)
                    .put("level", level);
            ArrayNode named = draft.putArray("fields");
            fields.forEach(named::add);
            return draft;
        }
    }

    /** @param first year of the five */
    static List<Trip> beginning(int first) {
        return IntStream.range(0, DELEGATIONS).mapToObj(i -> trip(first, i)).toList();
    }

    private static Trip trip(int first, int i) {
        LocalDate day = LocalDate.of(first + i % 5, 1 + i * 5 % 12, 1 + i * 3 % 28);
        // the sizes of the first 128 run eight times through 4 to 19, 1,472 people; the last one is what is left
        int size = i == DELEGATIONS - 1 ? 34 : 4 + i * 7 % 16;
        return new Trip(i % 2 == 0, day, LEVELS.get(i % LEVELS.size()), FIELDS.get(i / 2 % FIELDS.size()), size);
    }
}
