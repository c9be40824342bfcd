package io.provincelink.gateway.review;

import io.provincelink.kit.words.Recorded;
import io.provincelink.kit.words.Text;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one service has to say about a programme.
 *
 * @param mechanisms only from exchanges-service
 * @param twinnings only from agreements-service, as the donations are
 */
record ReviewPart(
        List<Line> indicators,
        List<Review.Mechanism> mechanisms,
        List<Review.Twinning> twinnings,
        List<Review.Donation> donations) {

    /** @throws IllegalArgumentException when it is no such part */
    ReviewPart {
        if (indicators == null) {
            throw new IllegalArgumentException("not a review part");
        }
        indicators = whole(indicators);
        mechanisms = whole(mechanisms);
        twinnings = whole(twinnings);
        donations = whole(donations);
    }

    private static <T> List<T> whole(@Nullable List<T> told) {
        List<T> list = told == null ? List.of() : told;
        if (list.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("nothing where something should be");
        }
        return list;
    }

    /** One indicator. */
    record Line(
            String indicator,
            Text title,
            String unit,
            List<ObservedFigure> published,
            @Nullable Recorded recorded) {

        Line {
            boolean counted = recorded == null || Bounds.isFigure(recorded.figure());
            if (indicator == null || title == null || unit == null || !counted) {
                throw new IllegalArgumentException("not an indicator's part");
            }
            published = whole(published);
        }

        /** What all that was published is about where that is narrower than the indicator, else what the indicator is about. */
        Text narrowestTitle() {
            Text first = published.isEmpty() ? null : published.get(0).title();
            boolean same = first != null && published.stream().allMatch(figure -> first.equals(figure.title()));
            return same ? first : title;
        }

        boolean saysAnything() {
            return !published.isEmpty()
                    || recorded != null && recorded.figure().value().signum() != 0;
        }
    }
}
