package io.provincelink.trade.load;

import static io.provincelink.trade.load.LoadFiles.faults;
import static io.provincelink.trade.load.LoadFiles.load;
import static io.provincelink.trade.load.LoadFiles.row;
import static io.provincelink.trade.load.LoadFiles.values;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.trade.Drafts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Rows that are right one by one, and do not go together with each other or with what is there. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class LoadChecksTest {

    private final Api api = Api.checked();
    private final Api statistician = api.as("XA.01", "statistician");

    @Test
    void a_key_that_stands_twice_is_named_with_both_lines() {
        JsonNode failed = load(
                statistician, row("1960-05", "0901", "1"), row("1960-05", "0902", "2"), row("1960-05", "0901", "3"));

        assertThat(faults(statistician, failed))
                .containsExactly("4 same-figure-twice: The same figure stands in line 2.");
        assertThat(values(api, "1960-05")).isEmpty();
    }

    @Test
    void a_total_beside_its_parts_is_no_figure() {
        JsonNode failed = load(
                statistician,
                row("1960-06", "08", "10"),
                row("1960-06", "0809", "3"),
                row("1960-06", "080810", "7"),
                row("1960-06", "09", "5"),
                row("1960-06", "0901", "4"));

        assertThat(faults(statistician, failed)).hasSize(1).first().asString().startsWith("2 hs total-beside-parts");
    }

    @Test
    void a_total_over_codes_of_one_length_is_seen_beside_longer_ones() {
        JsonNode failed = load(
                statistician,
                row("1960-07", "08", "10"),
                row("1960-07", "0809", "3"),
                row("1960-07", "0810", "7"),
                row("1960-07", "081010", "1"));

        assertThat(faults(statistician, failed)).hasSize(1).first().asString().startsWith("2 hs total-beside-parts");
    }

    @Test
    void a_total_over_gates_is_no_figure() {
        Drafts.recordGate(api, "load-gate-one");
        Drafts.recordGate(api, "load-gate-two");
        String gates = ",XA.01,XB.010100,EXPORT,%s,NORMAL,0810,USD,%s,,FINAL";
        JsonNode failed = load(
                statistician,
                "1960-08" + gates.formatted("", "10"),
                "1960-08" + gates.formatted("load-gate-one", "6"),
                "1960-08" + gates.formatted("load-gate-two", "4"));

        assertThat(faults(statistician, failed)).hasSize(1).first().asString().startsWith("2 gate total-beside-parts");
    }

    @Test
    void months_are_not_reported_twice_by_ranges() {
        JsonNode failed = load(statistician, row("1960-09/1960-11", "0810", "10"), row("1960-10", "0810", "6"));

        assertThat(faults(statistician, failed))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("3 period overlapping-months");
    }

    @Test
    void what_shares_a_month_is_named_however_far_above_it_stands() {
        JsonNode failed = load(
                statistician,
                row("1968-01/1968-06", "0810", "10"),
                row("1968-02", "0810", "1"),
                row("1968-05", "0810", "1"));

        assertThat(faults(statistician, failed)).hasSize(2).allMatch(fault -> fault.endsWith("line 2."));
    }

    @Test
    void what_different_checks_find_is_told_in_the_order_of_lines() {
        JsonNode failed = load(
                statistician,
                row("1968-07", "08", "10"),
                row("1968-07", "0809", "3"),
                row("1968-07", "0810", "7"),
                row("1968-07", "0901", "1"),
                row("1968-07", "0901", "2"));

        assertThat(faults(statistician, failed)).hasSize(2);
        assertThat(faults(statistician, failed).get(0)).startsWith("2 hs total-beside-parts");
        assertThat(faults(statistician, failed).get(1)).startsWith("6 same-figure-twice");
    }

    @Test
    void months_that_are_there_are_not_reported_twice_but_may_be_withdrawn_in_the_same_file() {
        load(statistician, row("1961-01/1961-02", "0810", "10"), row("1961-01/1961-02", "0811", "10"));

        JsonNode failed = load(statistician, row("1961-02", "0810", "6"));
        JsonNode done = load(
                statistician,
                row("1961-01/1961-02", "0811", ""),
                row("1961-01", "0811", "4"),
                row("1961-02", "0811", "6"));

        assertThat(faults(statistician, failed))
                .containsExactly("2 period overlapping-figure: There is a figure on the same goods for 1961-01/1961-02;"
                        + " withdraw it in the same file, or report those months.");
        assertThat(done.path("counts").toString())
                .isEqualTo("{\"added\":2,\"revised\":0,\"unchanged\":0,\"withdrawn\":1}");
    }
}
