package io.provincelink.record.observation;

import io.provincelink.kit.words.Recorded;
import io.provincelink.kit.words.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One indicator's share of a programme review. */
public record IndicatorPart(
        String indicator,
        Text title,
        String unit,
        List<ObservationView> published,
        @Nullable Recorded recorded) {}
