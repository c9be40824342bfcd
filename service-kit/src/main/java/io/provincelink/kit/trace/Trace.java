package io.provincelink.kit.trace;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * A trace and this application's part in it, as W3C Trace Context has it (https://www.w3.org/TR/trace-context-1/).
 *
 * @param id 32 hexadecimal digits, the same in every application that a request comes to
 * @param span 16 hexadecimal digits: what this application does for the request
 * @param sampled whether whoever began the trace records it
 * @param state what the tracing systems of others tell each other; null for nothing
 */
public record Trace(
        String id, String span, boolean sampled, @Nullable String state) {

    public static final String PARENT_HEADER = "traceparent";
    public static final String STATE_HEADER = "tracestate";

    /** What lines of the log name the trace by. */
    public static final String LOG_KEY = "traceId";

    private static final String KEY = "provincelink.trace";
    private static final Pattern PARENT =
            Pattern.compile("([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");
    private static final String NO_TRACE = "0".repeat(32);
    private static final String NO_SPAN = "0".repeat(16);
    private static final int SAMPLED = 1;

    /** One system's entry: its key, an equals sign, and text without commas. */
    private static final Pattern STATE_MEMBER = Pattern.compile(
            "[ \\t]*(?:[a-z0-9][a-z0-9_*/@-]{0,255}=[\\x20-\\x2b\\x2d-\\x3c\\x3e-\\x7e]{1,256})?[ \\t]*");

    private static final int LONGEST_STATE = 512;

    /** One that begins here. */
    public static Trace begin() {
        return new Trace(random(2), random(1), false, null);
    }

    /** The one that the headers name, with a part of this application's own; a new one where they name none, or not rightly. */
    public static Trace from(MultiMap headers) {
        List<String> named = headers.getAll(PARENT_HEADER);
        Matcher parent = PARENT.matcher(named.size() == 1 ? named.get(0) : "");
        if (!parent.matches() || !isTold(parent)) {
            return begin();
        }
        boolean sampled = (Integer.parseInt(parent.group(4), 16) & SAMPLED) != 0;
        return new Trace(parent.group(2), random(1), sampled, state(headers.getAll(STATE_HEADER)));
    }

    /** Later versions may say more behind what this one says; ff is none. */
    private static boolean isTold(Matcher parent) {
        String version = parent.group(1);
        return !version.equals("ff")
                && !parent.group(2).equals(NO_TRACE)
                && !parent.group(3).equals(NO_SPAN)
                && (parent.group(5) == null || !version.equals("00"));
    }

    /** One that is not as it should be is left out; the trace itself goes on. */
    private static @Nullable String state(List<String> told) {
        String all = String.join(",", told);
        if (all.isBlank() || all.length() > LONGEST_STATE) {
            return null;
        }
        for (String member : all.split(",", -1)) {
            if (!STATE_MEMBER.matcher(member).matches()) {
                return null;
            }
        }
        return all;
    }

    private static String random(int longs) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < longs; i++) {
            // from 1 on: zeros alone would mean nothing
            digits.append(HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE)));
        }
        return digits.toString();
    }

    /** How the next application is told, which takes this one for its parent. */
    public void passOn(MultiMap headers) {
        headers.set(PARENT_HEADER, "00-" + id + "-" + span + (sampled ? "-01" : "-00"));
        if (state == null) {
            headers.remove(STATE_HEADER);
        } else {
            headers.set(STATE_HEADER, state);
        }
    }

    /** That of the request that is worked on here; empty where it is none. */
    public static Optional<Trace> current() {
        Context context = Vertx.currentContext();
        return context != null && VertxContext.isDuplicatedContext(context)
                ? Optional.ofNullable(context.<Trace>getLocal(KEY))
                : Optional.empty();
    }

    /** From now on everything that is done for the present request belongs to this trace. */
    void attach() {
        Context context = Vertx.currentContext();
        if (context != null && VertxContext.isDuplicatedContext(context)) {
            context.putLocal(KEY, this);
            MDC.put(LOG_KEY, id);
        }
    }

    /** Says something in the log on behalf of this trace, wherever it is found out. */
    public void say(Runnable logging) {
        Object before = MDC.get(LOG_KEY);
        MDC.put(LOG_KEY, id);
        try {
            logging.run();
        } finally {
            if (before == null) {
                MDC.remove(LOG_KEY);
            } else {
                MDC.put(LOG_KEY, before);
            }
        }
    }
}
