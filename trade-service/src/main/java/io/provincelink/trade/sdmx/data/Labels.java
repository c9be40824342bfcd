package io.provincelink.trade.sdmx.data;

import io.provincelink.kit.words.Text;
import io.provincelink.trade.sdmx.structure.Code;
import io.provincelink.trade.sdmx.structure.CodeSet;
import io.provincelink.trade.sdmx.structure.Component;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What codes are called, looked up a list at a time. */
final class Labels {

    private final Locale language;
    private final Function<CodeSet, List<Code>> codes;
    private final Map<CodeSet, Map<String, Text>> known = new EnumMap<>(CodeSet.class);

    /** @param language of the one name where there is room for one */
    Labels(Locale language, Function<CodeSet, List<Code>> codes) {
        this.language = language;
        this.codes = codes;
    }

    Locale language() {
        return language;
    }

    /** The name of a value; of one that is no code, and of a code that has come since, it is the value itself. */
    Text of(Component component, String value) {
        CodeSet set = component.codes();
        return set == null
                ? Text.en(value)
                : known.computeIfAbsent(set, this::names).getOrDefault(value, Text.en(value));
    }

    String in(Component component, String value) {
        return of(component, value).in(language);
    }

    private Map<String, Text> names(CodeSet set) {
        List<Code> all = set.codes().isEmpty() ? codes.apply(set) : set.codes();
        return all.stream().collect(Collectors.toMap(Code::id, Code::name, (one, same) -> one));
    }
}
