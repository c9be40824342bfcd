package io.provincelink.agreements.agreement.life;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifeTest {

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    /** As rows of before have them: by day, without numbers; the one that happened first was recorded last. */
    private static final String WITHOUT_NUMBERS = """
        {"actions": [
          {"type": "SUBMIT", "on": "2018-01-05", "region": "XA.01", "by": {"region": "XA.01"}, "recordedAt": "2026-01-03T00:00:00Z"},
          {"type": "SIGN", "on": "2018-03-01", "region": "XA.01", "by": {"region": "XA.01"}, "recordedAt": "2026-01-01T00:00:00Z"},
          {"type": "SIGN", "on": "2018-03-02", "region": "XB.010100", "by": {"region": "XB.010100"}, "recordedAt": "2026-01-02T00:00:00Z"}]}
        """;

    private static Life life() throws JsonProcessingException {
        return JSON.readValue(WITHOUT_NUMBERS, Life.class);
    }

    private static List<Integer> numbers(Life life) {
        return life.actions().stream().map(AgreementAction::number).toList();
    }

    @Test
    void actions_of_before_are_numbered_as_they_were_recorded() throws JsonProcessingException {
        assertThat(numbers(life())).containsExactly(3, 1, 2);
        assertThat(life().latest().orElseThrow().type()).isEqualTo(AgreementActionType.SUBMIT);
    }

    @Test
    void the_next_one_has_the_next_number_wherever_its_place_is() throws JsonProcessingException {
        Life longer = life().with(AgreementAction.trial(
                AgreementActionType.COPY_FILED, life().actions().get(1).on(), null, "XA.01"));

        assertThat(numbers(longer)).containsExactly(3, 1, 4, 2);
        Life shorter = longer.without(longer.latest().orElseThrow());
        assertThat(shorter.actions()).isEqualTo(life().actions());
        assertThat(numbers(shorter.with(AgreementAction.trial(
                        AgreementActionType.COPY_FILED, life().actions().get(2).on(), null, "XA.01"))))
                .containsExactly(3, 1, 2, 5);
    }
}
