package io.provincelink.kit.region;

import io.provincelink.kit.words.Text;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names as a search sees them. Spelling of tone marks differs between publications (Thủy, Thuỷ), so they do not count. */
final class FoldedNames {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final String[] names;

    FoldedNames(RegionList units) {
        names = new String[units.size()];
        for (int place = 0; place < names.length; place++) {
            names[place] = folded(units.get(place).name());
        }
    }

    /** @param folded what {@link #fold} made of it */
    boolean contain(int place, String folded) {
        return names[place].contains(folded);
    }

    static String fold(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        // đ is a letter of its own: no decomposition takes its stroke away.
        String plain = bare.toLowerCase(Locale.ROOT).replace('đ', 'd');
        return BLANKS.matcher(plain.strip()).replaceAll(" ");
    }

    private static String folded(Text name) {
        String vi = foldedOrEmpty(name.vi());
        String en = foldedOrEmpty(name.en());
        String zh = foldedOrEmpty(name.zh());
        // The romanisation is mostly the Vietnamese name without its marks: kept once. No query holds a line break.
        String latin = vi.contains(en) ? vi : vi + "\n" + en;
        return zh.isEmpty() ? latin : latin + "\n" + zh;
    }

    private static String foldedOrEmpty(@Nullable String name) {
        return name == null ? "" : fold(name);
    }
}
