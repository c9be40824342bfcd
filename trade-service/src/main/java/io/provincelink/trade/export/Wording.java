package io.provincelink.trade.export;

import io.provincelink.kit.problem.ProblemTexts;
import io.provincelink.kit.region.Region;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.time.Today;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of a sheet in the reader's language. */
public final class Wording {

    private static final String BUNDLE = "io.provincelink.trade.export.words";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    // Without this, a text missing in one language would fall back to the language of the machine.
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale language;
    private final ResourceBundle texts;
    private final Regions regions;
    private final LocalDate today;

    /** @param acceptLanguage the header; English where it names no language of ours */
    public Wording(@Nullable String acceptLanguage, Regions regions, LocalDate today) {
        this.language = ProblemTexts.language(acceptLanguage);
        this.texts = ResourceBundle.getBundle(
                BUNDLE, language, Thread.currentThread().getContextClassLoader(), NO_FALLBACK);
        this.regions = regions;
        this.today = today;
    }

    public String of(String key, Object... args) {
        String text = texts.getString(key);
        return args.length == 0 ? text : new MessageFormat(text, Locale.ROOT).format(args);
    }

    /** The word of a closed list, such as {@code EXPORT}. */
    public String of(Enum<?> word) {
        return of("word." + word.name());
    }

    public String of(Collection<? extends Enum<?>> words) {
        return words.stream().map(this::of).collect(Collectors.joining(of("between")));
    }

    /** The unit's latest name, and its code. */
    public String region(String code) {
        return regions.latest(code, today)
                .map(Region::name)
                .map(name -> name.in(language) + " (" + code + ")")
                .orElse(code);
    }

    /** Several codes with commas between them. */
    public String regions(Collection<String> codes) {
        return codes.stream().map(this::region).collect(Collectors.joining(of("between")));
    }

    public String moment(Instant moment) {
        return MOMENT.format(moment.atZone(Today.ZONE)) + " (UTC+7)";
    }
}
