package io.provincelink.agreements.document;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the marking of a state secret (Mật, Tối mật, Tuyệt mật; 秘密, 机密, 绝密): a stamp that stands alone, never the same word inside a
 * sentence. Characters are composed and made narrow first; tone marks count, for "mat" means many things, but the two-word levels are
 * also known without them ("TUYET MAT"). Spaces between the letters of a line do not count.
 */
final class SecrecyMarks {

    /** A stamp is short; a paragraph is none. */
    private static final int LONGEST_LINE = 120;

    private static final Set<String> LEVELS =
            Set.of("MẬT", "TỐIMẬT", "TUYỆTMẬT", "TOIMAT", "TUYETMAT", "秘密", "机密", "绝密", "機密", "絕密", "祕密");

    /** Beside other words only as a stamp is written, in capitals. */
    private static final Set<String> STAMPS = Set.of(
            "MẬT", "TỐI MẬT", "TUYỆT MẬT", "TOI MAT", "TUYET MAT", "秘密", "机密", "绝密", "機密", "絕密", "祕密", "TOP SECRET");

    private static final Set<String> ENGLISH = Set.of("TOPSECRET", "SECRET", "STATESECRET");

    private static final Pattern DECORATION = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}|[\\p{Cc}&&[^\\t\\n]]");

    /** Columns, brackets and dashes divide a line into what stands for itself. */
    private static final Pattern DIVIDERS = Pattern.compile("\\t|\\s{2,}|\\s[-–—]\\s|[|/•·()\\[\\]{}<>【】〔〕《》\"“”«»]");

    private static final Pattern LABELLED = Pattern.compile(
            "^(?:\\p{N}+[.)]\\s*)?(?:(?:MỨC\\s*|CẤP\\s*)?ĐỘ\\s*MẬT|(?:MỨC|CẤP)\\s*ĐỘ)\\s*[:：]\\s*(?:TỐI\\s*|TUYỆT\\s*)?MẬT\\P{L}*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** A line that calls the paper itself secret, in capitals or with one at its beginning. */
    private static final Pattern CALLED =
            Pattern.compile("^(?:(?:TÀI LIỆU|VĂN BẢN|CÔNG VĂN|HỒ SƠ|BÁO CÁO) (?:TỐI |TUYỆT )?MẬT"
                    + "|(?:Tài liệu|Văn bản|Công văn|Hồ sơ|Báo cáo) (?:[Tt]ối |[Tt]uyệt )?[Mm]ật"
                    + "|[秘机绝機絕祕]密(?:文件|资料|資料|材料|文档|档案|公文))$");

    /** A sentence that says so of the paper in which it stands, and not that it is none. */
    private static final Pattern SAYS_SO =
            Pattern.compile("[本此](?:文件|资料|資料|材料|件|文)[^，。,.;；不非未无無]{0,4}(?:为|為|是|系|属于?|屬於?|列为|列為)(?:国家|國家)?[秘机绝機絕祕]密");

    /** A level as words are written, in brackets at the end of a line or before what else is stamped beside it. */
    private static final Pattern NOTED =
            Pattern.compile("^.*[(\\[【〔]\\s*(?:Tối mật|Tuyệt mật|Mật)\\s*[)\\]】〕]$|^(?:Tối mật|Tuyệt"
                    + " mật|Mật)\\s+[-–—]\\s+[\\p{Lu}\\p{N}].*$");

    /** A level between blanks, which a Chinese sentence has none of, unless the word before goes on with it. */
    private static final Pattern BETWEEN_BLANKS = Pattern.compile(
            "^(?:.*(?<!国家|國家|商业|商業|保守|保护|保護|技术|技術|军事|軍事|工作|个人|個人|涉及|泄露|泄漏|的|和|及|与|或)\\s+)?[秘机绝機絕祕]密(?:\\s+.*)?$");

    private static final Pattern CHINESE_LABELLED =
            Pattern.compile("密\\s*级\\s*[:：]\\s*[秘机绝]\\s*密|密\\s*級\\s*[:：]\\s*[祕機絕]\\s*密");

    /** The national standard writes level, star and term: 秘密★1年. */
    private static final Pattern STARRED = Pattern.compile("[秘机绝機絕祕]\\s*密\\s*[★☆]");

    /** What stands beside MẬT where it means something else: security, secret ballot, honey, password, close. */
    private static final Set<String> BEFORE = Set.of("BẢO", "BÍ", "CƠ", "THÂN", "CẨN", "RẬM", "NGUYÊN");

    private static final Set<String> AFTER =
            Set.of("THIẾT", "ONG", "KHẨU", "MÃ", "ĐỘ", "DANH", "VỤ", "THƯ", "MÍA", "HOA", "ƯỚC");

    private SecrecyMarks() {}

    /** Whether a line of the text is a marking, or a part of a line that stands for itself. */
    static boolean inText(String text) {
        return text.lines().anyMatch(SecrecyMarks::inLine);
    }

    /** A property such as title or keywords; a list of words is looked at word by word. */
    static boolean inProperty(String value) {
        return inLine(value) || List.of(value.split("[,;，；、]")).stream().anyMatch(SecrecyMarks::inLine);
    }

    /** In a file name anything may divide words. */
    static boolean inFileName(String name) {
        String text = composed(name);
        int dot = text.lastIndexOf('.');
        String base = dot > 0 ? text.substring(0, dot) : text;
        if (STARRED.matcher(base).find() || inLine(base)) {
            return true;
        }
        String[] words = base.strip().split("[\\s_.,+()\\[\\]\\-]+");
        for (int i = 0; i < words.length; i++) {
            String before = i == 0 ? "" : words[i - 1].toUpperCase(Locale.ROOT);
            String after = i + 1 == words.length ? "" : words[i + 1].toUpperCase(Locale.ROOT);
            if (isMark(before, words[i], after)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMark(String before, String word, String after) {
        String upper = word.toUpperCase(Locale.ROOT);
        boolean level = upper.equals("MẬT") && Set.of("TỐI", "TUYỆT").contains(before)
                || upper.equals("MAT") && Set.of("TOI", "TUYET").contains(before);
        boolean alone = word.equals("MẬT") && !BEFORE.contains(before) && !AFTER.contains(after);
        return level || alone || !upper.equals("MẬT") && LEVELS.contains(upper);
    }

    private static boolean inLine(String raw) {
        String line = composed(raw).strip();
        if (STARRED.matcher(line).find()
                || CHINESE_LABELLED.matcher(line).find()
                || SAYS_SO.matcher(line).find()) {
            return true;
        }
        if (line.isEmpty() || line.length() > LONGEST_LINE) {
            return false;
        }
        return isLevel(line)
                || LABELLED.matcher(line).matches()
                || isCalledSo(line)
                || DIVIDERS.splitAsStream(line).anyMatch(SecrecyMarks::isStamp);
    }

    private static boolean isCalledSo(String line) {
        String bare = DECORATION.matcher(line).replaceAll("").replaceAll("\\s+", " ");
        return CALLED.matcher(bare).matches()
                || NOTED.matcher(line).matches()
                || BETWEEN_BLANKS.matcher(line).matches();
    }

    /** The whole line is a level. In small letters throughout, one word alone is honey or the gall. */
    private static boolean isLevel(String line) {
        String bare = DECORATION.matcher(line).replaceAll("").replaceAll("\\s+", "");
        String upper = bare.toUpperCase(Locale.ROOT);
        return LEVELS.contains(upper) && !bare.equals("mật") || ENGLISH.contains(bare);
    }

    private static boolean isStamp(String part) {
        return STAMPS.contains(DECORATION.matcher(part).replaceAll("").replaceAll("\\s+", " "));
    }

    private static String composed(String text) {
        return INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
    }
}
