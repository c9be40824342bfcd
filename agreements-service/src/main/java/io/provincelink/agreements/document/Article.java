package io.provincelink.agreements.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One article of an agreement's text.
 *
 * @param number in Arabic digits in every language, {@code 3a} where one was put in between; {@code 0} for what stands before the first article, and for a text without articles
 * @param heading absent where the article has none
 */
@Schema(name = "AgreementArticle")
public record Article(String number, @Nullable String heading, String body) {

    private static final int LONGEST_HEADING = 120;

    /** Ends a sentence or goes on with one, as no heading does. */
    private static final Pattern SENTENCE = Pattern.compile(".*[.;:,。；：，、]\\s*$");

    /** The articles of a text in their order; a number out of turn is a reference, not a beginning. */
    static List<Article> in(String text) {
        List<String> lines = clean(text).lines().toList();
        List<ArticleHeading> headings = ArticleHeading.in(lines);
        List<Article> articles = new ArrayList<>();
        Draft present = new Draft(Draft.NONE, "");
        ArticleHeading next = ArticleHeading.next(headings, 0, 0, "");
        for (int i = 0; i < lines.size(); i++) {
            if (next == null || i < next.line()) {
                present.add(lines.get(i).strip());
            } else {
                present.finish(articles);
                present = new Draft(next.label(), next.rest());
                next = ArticleHeading.next(headings, headings.indexOf(next) + 1, next.number(), next.letter());
            }
        }
        present.finish(articles);
        return List.copyOf(articles);
    }

    /** What neither JSON nor the database can hold, and nobody can read. */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == 0xA0 ? ' ' : c)
                .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isHeading(String line) {
        return !line.isEmpty()
                && line.length() <= LONGEST_HEADING
                && !SENTENCE.matcher(line).matches();
    }

    /** An article while its lines come. */
    private static final class Draft {

        private static final String NONE = "0";

        private final String number;
        private final StringBuilder body = new StringBuilder();
        private @Nullable String heading;
        private boolean open;

        Draft(String number, String rest) {
            this.number = number;
            this.open = !number.equals(NONE);
            if (open && !rest.isEmpty()) {
                add(rest);
            }
        }

        void add(String line) {
            if (line.isEmpty()) {
                return;
            }
            if (open && isHeading(line)) {
                heading = line;
            } else {
                body.append(line).append('\n');
            }
            open = false;
        }

        void finish(List<Article> articles) {
            String text = body.toString().strip();
            if (!number.equals(NONE) || !text.isEmpty()) {
                articles.add(new Article(number, heading, text));
            }
        }
    }
}
