package io.provincelink.kit.region;

import io.provincelink.kit.words.FoldedText;
import io.provincelink.kit.words.Text;
import org.jspecify.annotations.Nullable;

/** Names of all units as a search sees them. */
final class FoldedNames {

    private final String[] names;

    FoldedNames(RegionList units) {
        names = new String[units.size()];
        for (int place = 0; place < names.length; place++) {
            names[place] = folded(units.get(place).name());
        }
    }

    /** @param folded what {@link FoldedText} made of it */
    boolean contain(int place, String folded) {
        return names[place].contains(folded);
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
        return name == null ? "" : FoldedText.of(name);
    }
}
