package io.provincelink.kit.http;

import io.provincelink.kit.problem.ProblemTexts;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Puts the one language that we answer in into Accept-Language, before anybody else reads the header. Java's own parser fails on some
 * headers in ways that its callers do not expect.
 */
@Singleton
public class LanguageOfAnswers {

    private static final int FIRST = 1_000;

    void mount(@Observes Filters filters) {
        filters.register(
                context -> {
                    String asked = context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE);
                    if (asked != null) {
                        String answered = ProblemTexts.language(asked).toLanguageTag();
                        context.request().headers().set(HttpHeaders.ACCEPT_LANGUAGE, answered);
                    }
                    context.next();
                },
                FIRST);
    }
}
