package io.provincelink.agreements.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line that may begin an article: Điều 3, 第三条, Article III. It may as well be a reference that was wrapped to the beginning of a line,
 * or the wording of another document that is quoted.
 *
 * @param line its place among the lines
 * @param number 3 of Điều 3a
 * @param letter of an article that was put in between, empty for most
 * @param rest what stands behind the number
 * @param plain whether it is enough for the article that comes next
 * @param clear whether it looks like a heading whatever comes next: a stop or the line's end behind the number, or a capital
 */
record ArticleHeading(int line, int number, String letter, String rest, boolean plain, boolean clear) {

    private static final List<Pattern> PLAIN = List.of(
            Pattern.compile("^\\s*(?:Điều|ĐIỀU)\\s+(\\d{1,3}|[IVXLC]{1,7})()\\s*(?:[.:：\\-–—](.*)|)$"),
            Pattern.compile("^\\s*第\\s*([一二三四五六七八九十百零〇两\\d\\s]{1,12}?)\\s*[条條]()(?:[\\s.:：、\\u3000](.*)|)$"),
            Pattern.compile("^\\s*(?:Article|ARTICLE)\\s+(\\d{1,3}|[IVXLC]{1,7})()\\s*(?:[.:：\\-–—\\s](.*)|)$"));

    /** A point or dash before a digit is no stop: Điều 5.1, Điều 5-7. */
    private static final String STOP = "\\s*(?:[.:：\\-–—](?!\\s*\\d)(.*)|$)";

    private static final String CAPITAL = "|\\s+(\\p{Lu}.*))$";
    private static final String NUMBER = "\\s+(?:(\\d{1,3})([a-zA-Zđ]?)|([IVXLC]{1,7}))(?:";

    private static final List<Pattern> CLEAR = List.of(
            Pattern.compile("^\\s*(?:Điều|ĐIỀU)" + NUMBER + STOP + CAPITAL),
            Pattern.compile("^\\s*第\\s*([一二三四五六七八九十百零〇两\\d\\s]{1,12}?)\\s*[条條]()()(?:[\\s.:：\\u3000](.*)|$)()$"),
            Pattern.compile("^\\s*(?:Article|ARTICLE)" + NUMBER + STOP + CAPITAL));

    /** Behind a number without a stop these name another paper: Điều 5 Luật Thương mại. */
    private static final Pattern OTHER_PAPER = Pattern.compile(
            "^(?:Luật|Bộ luật|Hiến pháp|Nghị định|Nghị quyết|Thông tư|Quyết định|Pháp lệnh|Hiệp định|Công ước)\\b.*",
            Pattern.UNICODE_CHARACTER_CLASS);

    /** A line that ends so goes on with a reference. */
    private static final Pattern GOES_ON = Pattern.compile(
            ".*(?:[,，、;；]|(?<!\\p{L})(?:theo|tại|ở|của|và|hoặc|với|từ|đến|định|(?:khoản|điểm|mục)\\s+\\S+"
                    + "|under|of|in|to|with|and|or|by|from|see)|根据|按照|依照|依据|和|与|及|或)\\s*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern ALONE = Pattern.compile("^\\s*\\p{L}+\\s+[\\p{L}\\d]+\\s*$");

    private static final int LONGEST_END = 40;

    /** All lines that may begin an article. */
    static List<ArticleHeading> in(List<String> lines) {
        List<ArticleHeading> found = new ArrayList<>();
        String before = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean reference = GOES_ON.matcher(end(before)).matches() || isEndedBelow(lines, i);
            of(i, line, reference).ifPresent(found::add);
            before = line;
        }
        return found;
    }

    private static String end(String line) {
        String text = line.strip();
        return text.substring(Math.max(0, text.length() - LONGEST_END));
    }

    /** A number alone, whose sentence goes on in small letters. */
    private static boolean isEndedBelow(List<String> lines, int place) {
        String next = place + 1 < lines.size() ? lines.get(place + 1).strip() : "";
        return ALONE.matcher(lines.get(place)).matches()
                && !next.isEmpty()
                && Character.isLowerCase(next.codePointAt(0));
    }

    private static Optional<ArticleHeading> of(int place, String line, boolean reference) {
        Matcher plain = matching(PLAIN, line);
        Matcher clear = reference ? null : matching(CLEAR, line);
        if (clear != null) {
            boolean stopped = clear.group(5) == null || clear.group(5).isEmpty();
            String rest = stopped ? orEmpty(clear.group(4)) : clear.group(5);
            if (stopped || !OTHER_PAPER.matcher(rest).matches()) {
                String number = clear.group(1) == null ? clear.group(3) : clear.group(1);
                return heading(place, number, orEmpty(clear.group(2)), rest, plain != null, true);
            }
        }
        return plain == null
                ? Optional.empty()
                : heading(place, plain.group(1), "", orEmpty(plain.group(3)), true, false);
    }

    private static @Nullable Matcher matching(List<Pattern> patterns, String line) {
        return patterns.stream()
                .map(pattern -> pattern.matcher(line))
                .filter(Matcher::matches)
                .findFirst()
                .orElse(null);
    }

    private static Optional<ArticleHeading> heading(
            int place, String number, String letter, String rest, boolean plain, boolean clear) {
        int value = Numerals.value(number);
        return value == 0
                ? Optional.empty()
                : Optional.of(
                        new ArticleHeading(place, value, letter.toLowerCase(Locale.ROOT), rest.strip(), plain, clear));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The first of these, from a place on, that goes on where an article of this number ended; null when none does. */
    static @Nullable ArticleHeading next(List<ArticleHeading> all, int from, int number, String letter) {
        for (int i = from; i < all.size(); i++) {
            ArticleHeading heading = all.get(i);
            if (heading.follows(number) && (heading.clear || heading.plain)) {
                return heading;
            }
            if (heading.clear
                    && heading.isAfter(number, letter)
                    && !heading.skips(all.subList(i + 1, all.size()), number)) {
                return heading;
            }
        }
        return null;
    }

    private boolean follows(int present) {
        return number == present + 1 && letter.isEmpty();
    }

    private boolean isAfter(int present, String presentLetter) {
        return number > present || number == present && letter.compareTo(presentLetter) > 0;
    }

    /** Whether a number between comes later, before the numbers begin anew: then this line is quoted from elsewhere. */
    private boolean skips(List<ArticleHeading> later, int present) {
        if (number == present) {
            return false;
        }
        for (ArticleHeading other : later) {
            if (!other.clear) {
                continue;
            }
            if (other.number <= present) {
                return false;
            }
            if (other.number < number || other.number == number && other.letter.compareTo(letter) < 0) {
                return true;
            }
        }
        return false;
    }

    String label() {
        return number + letter;
    }
}
