package io.provincelink.record.observation;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.words.Recorded;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What one service has to say in a review: every indicator with its published and its recorded figures. */
@Singleton
public class ReviewIndicators {

    private final IndicatorBook book;
    private final Observations observations;

    public ReviewIndicators(IndicatorBook book, Observations observations) {
        this.book = book;
        this.observations = observations;
    }

    /** @param programme the id and code under which observations may name the programme */
    public List<IndicatorPart> of(Caller caller, Cooperation cooperation, List<String> programme) {
        Map<String, List<ObservationView>> published = observations.forReview(caller, cooperation, programme).stream()
                .map(ObservationView::of)
                .collect(Collectors.groupingBy(ObservationView::indicator));
        var recorded = cooperation.isTogether() ? book.count(caller, cooperation) : Map.<String, Recorded>of();
        return book.indicators().stream()
                .map(indicator -> new IndicatorPart(
                        indicator.code(),
                        indicator.title(),
                        indicator.unit(),
                        published.getOrDefault(indicator.code(), List.of()),
                        recorded.get(indicator.code())))
                .toList();
    }
}
