package io.provincelink.gateway.review;

import io.provincelink.gateway.upstream.AnswerTags;
import io.provincelink.gateway.upstream.Composed;
import io.provincelink.gateway.upstream.Inquiries.OnBehalfOf;
import io.provincelink.gateway.upstream.Parts;
import io.provincelink.gateway.upstream.Upstream;
import io.provincelink.kit.time.Today;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;

/** All reviews: asks for the programme first, then for what the services know about it, within one deadline. */
@Singleton
class Reviews {

    private final Programmes programmes;
    private final Parts parts;
    private final Today today;
    private final AnswerTags tags;

    Reviews(Programmes programmes, Parts parts, Today today, AnswerTags tags) {
        this.programmes = programmes;
        this.parts = parts;
        this.today = today;
        this.tags = tags;
    }

    /**
     * @param programme id or code
     * @return fails with a problem where there is no such programme or nobody can say
     */
    Uni<Composed<Review>> of(String programme, OnBehalfOf caller) {
        return programmes.then(
                programme, caller, (answer, left) -> parts.ask(question(answer), ReviewPart.class, caller, left)
                        .map(found -> compose(answer, found)));
    }

    private Composed<Review> compose(ProgrammeAnswer programme, Map<Upstream, ReviewPart> parts) {
        Review review = new Composition(programme, parts, today.get()).compose();
        return new Composed<>(review, tags.of(review));
    }

    private static String question(ProgrammeAnswer programme) {
        return "/api/v1/review-part?parties=" + Programmes.encode(String.join(",", programme.regions()))
                + "&period=" + Programmes.encode(programme.period().toString())
                + "&programme=" + Programmes.encode(programme.id() + "," + programme.code());
    }
}
