package io.provincelink.trade.sdmx;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.kit.http.Conditional;
import io.provincelink.kit.http.ETag;
import io.provincelink.kit.problem.ProblemTexts;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where questions in SDMX are answered: format, language and conditions of a request. */
@RequestScoped
public class SdmxDesk {

    /** RFC 9110 §5.6.7; the one of the JDK leaves the zero of a day out. */
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private static final String VARY = "Authorization, Accept, Accept-Encoding, Accept-Language";

    private final CurrentVertxRequest request;
    private final CurrentCaller caller;
    private final Conditional conditional;
    private final SdmxState states;
    private final Clock clock;

    public SdmxDesk(
            CurrentVertxRequest request, CurrentCaller caller, Conditional conditional, SdmxState states, Clock clock) {
        this.request = request;
        this.caller = caller;
        this.conditional = conditional;
        this.states = states;
        this.clock = clock;
    }

    public Caller caller() {
        return caller.get();
    }

    /** Where the records stand; ask it before the data. */
    public Sdmx.State state() {
        return states.present(caller());
    }

    /** In which the one name is told where a format has room for one. */
    public Locale language() {
        return ProblemTexts.language(header(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /**
     * The format that is asked for.
     *
     * @param format the query parameter
     */
    public <F extends Form> Negotiation.Chosen<F> choose(@Nullable String format, F[] forms) {
        // the framework's own header has been through the choice that it makes by type alone
        List<String> accept = request.getCurrent().request().headers().getAll(HttpHeaders.ACCEPT);
        return Negotiation.choose(accept.isEmpty() ? null : String.join(",", accept), format, List.of(forms));
    }

    /** The message, or 304 where the reader has what tells of the same state. */
    public <F extends Form> SdmxAnswer answer(
            Negotiation.Chosen<F> chosen, Sdmx.State state, Function<F, SdmxMessage> message) {
        ETag tag = conditional.tag(
                state.version(),
                chosen.contentType(),
                chosen.parameters(),
                language().toLanguageTag());
        Map<String, String> headers =
                new LinkedHashMap<>(Map.of(HttpHeaders.ETAG, tag.toString(), HttpHeaders.VARY, VARY));
        if (isOfAnEarlierSecond(state)) {
            headers.put(HttpHeaders.LAST_MODIFIED, date(state.at()));
        }
        if (isKnown(tag, state)) {
            return new SdmxAnswer(null, headers);
        }
        headers.put(HttpHeaders.CONTENT_TYPE, chosen.contentType());
        return new SdmxAnswer(message.apply(chosen.form()), headers);
    }

    /** RFC 9110 §13.1.3: the date counts where no tag is named. */
    private boolean isKnown(ETag tag, Sdmx.State state) {
        String tags = header(HttpHeaders.IF_NONE_MATCH);
        if (tags != null) {
            return tag.isIn(tags);
        }
        String since = header(HttpHeaders.IF_MODIFIED_SINCE);
        return since != null && isOfAnEarlierSecond(state) && !isAfter(state.at(), since);
    }

    /** What changed within this second may change once more in it, and nobody could tell by a date of seconds. */
    private boolean isOfAnEarlierSecond(Sdmx.State state) {
        return state.at().isBefore(clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    private static boolean isAfter(Instant at, String date) {
        try {
            Instant known = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return at.truncatedTo(ChronoUnit.SECONDS).isAfter(known);
        } catch (DateTimeException unreadable) {
            return true; // a date that is none is not there
        }
    }

    private static String date(Instant at) {
        return HTTP_DATE.format(at.atZone(ZoneOffset.UTC));
    }

    private @Nullable String header(String name) {
        return request.getCurrent().request().getHeader(name);
    }
}
