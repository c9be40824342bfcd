package io.provincelink.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.UnresolvableKeyException;
import org.junit.jupiter.api.Test;

class TokenFailureTest {

    private static final InvalidJwtException UNKNOWN_KEY = new InvalidJwtException(
            "refused",
            new ErrorCodeValidator.Error(ErrorCodes.MISCELLANEOUS, "no key"),
            new UnresolvableKeyException("no such key"),
            null);

    @Test
    void a_server_that_cannot_be_reached_is_to_blame_however_deep_that_is() {
        for (Throwable silence : List.of(
                new ConnectException("refused"), new TimeoutException("late"), new OIDCException("not available"))) {
            assertThat(TokenFailure.isOfServer(new AuthenticationFailedException(silence)))
                    .as(silence.toString())
                    .isTrue();
        }
        assertThat(TokenFailure.isOfServer(new OIDCException("not available", new ConnectException("refused"))))
                .isTrue();
    }

    @Test
    void a_token_that_is_bad_in_itself_is_nobody_elses_fault() {
        assertThat(TokenFailure.isOfServer(new AuthenticationFailedException("opaque")))
                .isFalse();
        assertThat(TokenFailure.isOfServer(new AuthenticationFailedException(UNKNOWN_KEY)))
                .isFalse();
        assertThat(TokenFailure.isOfUnknownKey(new AuthenticationFailedException("opaque")))
                .isFalse();
    }

    @Test
    void an_unknown_key_is_told_from_all_else() {
        assertThat(TokenFailure.isOfUnknownKey(new AuthenticationFailedException(UNKNOWN_KEY)))
                .isTrue();
        assertThat(TokenFailure.isOfUnknownKey(new AuthenticationFailedException(new ConnectException("refused"))))
                .isFalse();
    }
}
