package io.provincelink.kit.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.JsonFaults;
import org.assertj.core.api.Assertions;

/** JSON as the applications read it. */
final class StrictJson {

    static final ObjectMapper MAPPER = mapper();

    private StrictJson() {}

    static <T> T read(String json, Class<T> type) throws JsonProcessingException {
        return MAPPER.readValue(json, type);
    }

    /** What a client is told about a body of the wrong shape. */
    static Fault fault(String json, Class<?> type) {
        var thrown = Assertions.catchThrowableOfType(MismatchedInputException.class, () -> read(json, type));
        Assertions.assertThat(thrown).as("a mismatch in %s", json).isNotNull();
        return JsonFaults.of(thrown);
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = new ObjectMapper().findAndRegisterModules();
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        mapper.setSerializationInclusion(JsonInclude.Include.NON_NULL);
        new JsonRules().customize(mapper);
        return mapper;
    }
}
