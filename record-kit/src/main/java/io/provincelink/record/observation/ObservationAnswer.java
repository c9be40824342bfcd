package io.provincelink.record.observation;

import io.provincelink.kit.words.Recorded;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Published and recorded figures of one indicator side by side, never mixed.
 *
 * @param recorded absent when no period or only one party was asked for
 */
public record ObservationAnswer(
        List<ObservationView> published, @Nullable Recorded recorded) {}
