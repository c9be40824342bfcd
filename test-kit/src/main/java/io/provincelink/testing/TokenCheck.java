package io.provincelink.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** That a service looks at tokens itself, and does not take the gateway's word for them. Each service has one test that is one of these. */
public abstract class TokenCheck {

    private final String publicList;
    private final String collection;

    /**
     * @param publicList an address that everybody may read
     * @param collection an address that an editor may post to
     */
    protected TokenCheck(String publicList, String collection) {
        this.publicList = publicList;
        this.collection = collection;
    }

    static Stream<Arguments> badTokens() {
        return Tokens.bad().entrySet().stream().map(token -> Arguments.of(token.getKey(), token.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void a_bad_token_is_refused_also_where_none_is_needed(String kind, String token) {
        for (Api.Answer answer : answersTo(Api.unchecked().bearing(token))) {
            assertThat(answer.status()).as(kind).isEqualTo(401);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
            assertThat(answer.at("/type")).isEqualTo("urn:provincelink:problem:unauthenticated");
        }
    }

    private Api.Answer[] answersTo(Api caller) {
        return new Api.Answer[] {caller.get(publicList), caller.post(collection, Map.of())};
    }

    @Test
    void a_good_token_is_taken_and_what_it_sends_is_looked_at() {
        Api editor = Api.unchecked().as("VN.02", "reader", "editor");
        editor.get(publicList).expect(200);
        editor.post(collection, Map.of()).expect(400);
    }

    @Test
    void without_a_token_one_reads_and_does_not_write() {
        Api.unchecked().get(publicList).expect(200);
        Api.unchecked().post(collection, Map.of()).expect(401);
    }
}
