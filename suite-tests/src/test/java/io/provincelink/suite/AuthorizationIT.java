package io.provincelink.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.provincelink.suite.PreparedRequests.Place;
import io.provincelink.suite.PreparedRequests.Prepared;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Holds every operation of the contract against docs/authorization.md, for each caller. {@code -Dauthorization.update=true} writes what is
 * seen into the table, for a person to judge the difference.
 */
@ExtendWith(TriedSuite.class)
class AuthorizationIT {

    private static final boolean UPDATE = Boolean.getBoolean("authorization.update");

    private final List<Operation> operations;
    private final PreparedRequests requests;

    AuthorizationIT(RunningSuite suite) throws IOException {
        JsonNode contract = new ObjectMapper()
                .readTree(suite.get("/openapi.json").expect(200).response().body());
        this.operations = Operation.of(contract);
        this.requests = new PreparedRequests(suite, Sides.OF_THE_TABLE);
    }

    @Test
    void each_caller_is_answered_as_the_table_of_the_docs_says() {
        Map<String, List<String>> seen = new LinkedHashMap<>();
        List<String> unprepared = new ArrayList<>();
        for (Operation operation : operations) {
            try {
                seen.put(operation.name(), answers(operation));
            } catch (AssertionError notPrepared) {
                unprepared.add(operation.name() + ": " + notPrepared.getMessage());
            }
        }
        assertThat(unprepared).isEmpty();
        if (UPDATE) {
            AuthorizationTable.write(seen);
        }
        assertThat(differences(AuthorizationTable.read(), seen)).isEmpty();
    }

    @Test
    void what_is_prepared_is_there() {
        assertThat(operations).extracting(Operation::name).containsAll(PreparedRequests.operationsNamed());
    }

    private static List<String> differences(Map<String, List<String>> table, Map<String, List<String>> seen) {
        List<String> differences = new ArrayList<>();
        table.keySet().stream()
                .filter(line -> !seen.containsKey(line))
                .forEach(line -> differences.add(line + " has a line, but the contract does not have it"));
        seen.forEach((operation, statuses) -> {
            List<String> cells = table.get(operation);
            if (cells == null) {
                differences.add(operation + " has no line; answered " + statuses);
            } else if (cells.size() != statuses.size()) {
                differences.add(operation + " has " + cells.size() + " cells for " + statuses.size() + " callers");
            } else {
                for (AuthorizationCaller caller : AuthorizationCaller.values()) {
                    String cell = cells.get(caller.ordinal());
                    String status = statuses.get(caller.ordinal());
                    if (!cell.equals(status)) {
                        differences.add(operation + ", " + caller.heading() + ": " + status + ", not " + cell);
                    }
                }
            }
        });
        return differences;
    }

    /** The status that each caller gets; who may change the record gets one of his own to change. */
    private List<String> answers(Operation operation) {
        Place shared = requests.place(operation);
        List<String> statuses = new ArrayList<>();
        for (AuthorizationCaller caller : AuthorizationCaller.values()) {
            boolean makes = PreparedRequests.makesRecord(operation);
            boolean changes = !makes && !operation.isRead();
            Place place = changes && caller.mayChange() ? requests.place(operation) : shared;
            Prepared request = makes ? requests.anew(operation, place) : requests.at(operation, place);
            statuses.add(String.valueOf(
                    requests.send(operation.method(), request, caller).status()));
        }
        return statuses;
    }
}
