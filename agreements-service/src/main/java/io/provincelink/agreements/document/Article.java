package io.provincelink.agreements.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One article of an agreement's text.
 *
 * @param number in Arabic digits in every language; {@code 0} for what stands before the first article, and for a text without articles
 * @param heading absent where the article has none
 */
@Schema(name = "AgreementArticle")
public record Article(String number, @Nullable String heading, String body) {

    private static final int LONGEST_HEADING = 120;

    private static final Pattern VIETNAMESE =
            Pattern.compile("^\\s*(?:Điều|ĐIỀU)\\s+(\\d{1,3}|[IVXLC]{1,7})\\s*(?:[.:：\\-–—](.*)|)$");
    private static final Pattern CHINESE =
            Pattern.compile("^\\s*第\\s*([一二三四五六七八九十百零〇两\\d\\s]{1,12}?)\\s*[条條](?:[\\s.:：、\\u3000](.*)|)$");
    private static final Pattern ENGLISH =
            Pattern.compile("^\\s*(?:Article|ARTICLE)\\s+(\\d{1,3}|[IVXLC]{1,7})\\s*(?:[.:：\\-–—\\s](.*)|)$");
    private static final List<Pattern> BEGINNINGS = List.of(VIETNAMESE, CHINESE, ENGLISH);

    /** Ends a sentence or goes on with one, as no heading does. */
    private static final Pattern SENTENCE = Pattern.compile(".*[.;:,。；：，、]\\s*$");

    /** The articles of a text in their order; a number out of turn is a reference, not a beginning. */
    static List<Article> in(String text) {
        List<Article> articles = new ArrayList<>();
        Draft present = new Draft(0, "");
        for (String line : (Iterable<String>) clean(text).lines()::iterator) {
            Draft next = beginning(line, present.number + 1);
            if (next == null) {
                present.add(line.strip());
            } else {
                present.finish(articles);
                present = next;
            }
        }
        present.finish(articles);
        return List.copyOf(articles);
    }

    private static @Nullable Draft beginning(String line, int expected) {
        for (Pattern pattern : BEGINNINGS) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.matches() && Numerals.value(matcher.group(1)) == expected) {
                String rest = matcher.group(2) == null ? "" : matcher.group(2).strip();
                return new Draft(expected, rest);
            }
        }
        return null;
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

        private final int number;
        private final StringBuilder body = new StringBuilder();
        private @Nullable String heading;
        private boolean open;

        Draft(int number, String rest) {
            this.number = number;
            this.open = number > 0;
            if (number > 0 && !rest.isEmpty()) {
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
            if (number > 0 || !text.isEmpty()) {
                articles.add(new Article(String.valueOf(number), heading, text));
            }
        }
    }
}
