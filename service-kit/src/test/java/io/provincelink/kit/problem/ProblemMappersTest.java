package io.provincelink.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.AuthenticationFailedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.Test;

class ProblemMappersTest {

    private final ProblemMappers mappers = new ProblemMappers(null, null);

    private RestResponse<Problem> answerTo(AuthenticationFailedException thrown) {
        return mappers.unauthenticated(
                thrown, saying(HttpHeaders.class, "vi"), saying(UriInfo.class, URI.create("/api/v1/gates")));
    }

    /** Says one thing, whatever it is asked. */
    private static <T> T saying(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer));
    }

    @Test
    void a_bad_token_is_a_401() {
        RestResponse<Problem> answer = answerTo(new AuthenticationFailedException("expired"));
        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(answer.getHeaderString("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void a_token_that_nobody_can_check_now_is_a_503_that_says_when_to_try_again() {
        ProblemException cannot =
                ProblemException.of(CommonProblem.TOKEN_NOT_CHECKED, 5L).with("Retry-After", "5");
        RestResponse<Problem> answer = answerTo(new AuthenticationFailedException(cannot));
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeaderString("Retry-After")).isEqualTo("5");
        assertThat(answer.getEntity().title()).isEqualTo("Hiện chưa kiểm tra được mã thông báo");
    }
}
