package io.provincelink.suite;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who asks, one for each column of docs/authorization.md. The last two may succeed where it changes what is asked for. */
enum AuthorizationCaller {
    NO_TOKEN("no token"),
    WRONG_AUDIENCE("wrong audience"),
    EXPIRED("expired"),
    FOREIGN_KEY("foreign key"),
    UNSIGNED("`alg=none`"),
    OPERATOR("operator"),
    OTHER_PROVINCE("other province"),
    OWN_WITHOUT_ROLE("own, no role"),
    OWN_READER("own, reader"),
    OWN_WITH_ROLES("own, with role"),
    OTHER_PARTY("other party");

    private static final String THIRD = "VN.20";
    private static final String[] ROLES = {"reader", "editor", "approver", "statistician"};

    private final String heading;

    AuthorizationCaller(String heading) {
        this.heading = heading;
    }

    String heading() {
        return heading;
    }

    /** Whether it is meant to change things, so that it is given a record of its own to change. */
    boolean mayChange() {
        return this == OWN_WITH_ROLES || this == OTHER_PARTY;
    }

    @Nullable
    String token(RunningSuite suite, Sides sides) {
        String own = SuiteTokens.of(suite, sides.own(), ROLES);
        return switch (this) {
            case NO_TOKEN -> null;
            case WRONG_AUDIENCE -> SuiteTokens.forAudience(suite, own, "another-system");
            case EXPIRED -> SuiteTokens.until(suite, own, Instant.now().minus(Duration.ofHours(1)));
            case FOREIGN_KEY -> SuiteTokens.signedByAnother(own);
            case UNSIGNED -> SuiteTokens.unsigned(own);
            case OPERATOR -> suite.token("admin");
            case OTHER_PROVINCE -> SuiteTokens.of(suite, THIRD, ROLES);
            case OWN_WITHOUT_ROLE -> SuiteTokens.of(suite, sides.own());
            case OWN_READER -> SuiteTokens.of(suite, sides.own(), "reader");
            case OWN_WITH_ROLES -> own;
            case OTHER_PARTY -> SuiteTokens.of(suite, sides.other(), ROLES);
        };
    }
}
