package io.provincelink.exchanges.calendar;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.http.Conditional;
import io.provincelink.kit.http.Conditional.Versioned;
import io.provincelink.kit.problem.ProblemTexts;
import io.provincelink.record.Gist;
import io.provincelink.record.audit.Reading;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Answers with a calendar, or says that it is as it was. */
@RequestScoped
public class CalendarDesk {

    public static final String MEDIA_TYPE = "text/calendar";

    private static final String AS_SENT = MEDIA_TYPE + "; charset=utf-8";

    private static final long MIXED = 0x9E3779B97F4A7C15L;
    private static final long DIGITS = 1_000_000_000_000_000_000L;

    private final Calendars calendars;
    private final Conditional conditional;
    private final HttpHeaders headers;

    public CalendarDesk(Calendars calendars, Conditional conditional, HttpHeaders headers) {
        this.calendars = calendars;
        this.conditional = conditional;
        this.headers = headers;
    }

    /** @param lang vi, zh or en; null: as Accept-Language says */
    public Calendars.Form form(@Nullable String lang, String name, Reading.How how) {
        Locale language =
                ProblemTexts.language(lang == null ? headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE) : lang);
        return new Calendars.Form(language, name, how);
    }

    /** The bytes follow from which versions of which records there are, the language and the name; and so does the entity tag. */
    public RestResponse<String> read(Caller caller, CalendarSelection selection, Calendars.Form form) {
        List<Gist> gists = calendars.gists(caller, selection);
        long version = version(gists);
        RestResponse<String> answer = conditional.read(
                () -> version,
                () -> new Versioned<>(version, calendars.write(caller, selection, form)),
                gists,
                form.language(),
                form.name());
        answer.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, AS_SENT);
        answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        answer.getHeaders()
                .putSingle(HttpHeaders.VARY, "Authorization, Accept, Accept-Encoding, " + HttpHeaders.ACCEPT_LANGUAGE);
        return answer;
    }

    /** As many digits as a version has in an entity tag. */
    private static long version(List<Gist> gists) {
        long mixed = 0;
        for (Gist gist : gists) {
            mixed = (mixed + gist.sum()) * MIXED + gist.count();
        }
        return Math.floorMod(mixed, DIGITS);
    }
}
