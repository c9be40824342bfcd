package io.provincelink.agreements.coordination;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Units;
import io.provincelink.record.observation.Observation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one source published about the assistance of a programme, or about that to a region. It stands beside what was recorded and is
 * never added to it.
 *
 * @param disbursedShare how much of the published commitment was disbursed, in percent, where the source gives both in one currency;
 *     ABOUT unless both are exact
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PublishedAid")
public record AidFigures(
        @Nullable String programme,
        List<String> parties,
        List<AidFigure> figures,
        @Nullable Figure disbursedShare,
        Source source) {

    private static final String COMMITTED = "grant-commitment";
    private static final String DISBURSED = "grant-disbursement";

    /** One published figure, as {@code GET /observations} has it too. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PublishedAidFigure")
    public record AidFigure(
            String indicator,
            Figure figure,
            @Nullable Period period,
            @Nullable String periodAsPublished,
            @Nullable Text scopeNote) {}

    private record Origin(@Nullable String programme, List<String> parties, Source source) {}

    /** The observations by what they are about and by who said it. */
    static List<AidFigures> of(List<Observation> observations) {
        Map<Origin, List<Observation>> byOrigin = new LinkedHashMap<>();
        for (Observation observation : observations) {
            var origin = new Origin(observation.programme(), observation.parties(), observation.source());
            byOrigin.computeIfAbsent(origin, any -> new ArrayList<>()).add(observation);
        }
        return byOrigin.entrySet().stream()
                .map(said -> of(said.getKey(), said.getValue()))
                .toList();
    }

    private static AidFigures of(Origin origin, List<Observation> said) {
        List<AidFigure> figures = said.stream()
                .map(one -> new AidFigure(
                        one.indicator(), one.figure(), one.period(), one.periodAsPublished(), one.scopeNote()))
                .toList();
        return new AidFigures(origin.programme(), origin.parties(), figures, share(figures), origin.source());
    }

    /** Of two figures of a kind nobody said which belongs to which, so there is no share then. */
    private static @Nullable Figure share(List<AidFigure> figures) {
        Figure committed = only(COMMITTED, figures);
        Figure disbursed = only(DISBURSED, figures);
        boolean comparable = committed != null
                && disbursed != null
                && committed.unit().equals(disbursed.unit())
                && Units.isCurrency(committed.unit())
                && committed.value().signum() > 0;
        return comparable ? disbursed.percentOf(committed) : null;
    }

    private static @Nullable Figure only(String indicator, List<AidFigure> figures) {
        List<Figure> of = figures.stream()
                .filter(figure -> figure.indicator().equals(indicator))
                .map(AidFigure::figure)
                .toList();
        return of.size() == 1 ? of.get(0) : null;
    }
}
