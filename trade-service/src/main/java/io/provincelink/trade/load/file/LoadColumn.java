package io.provincelink.trade.load.file;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of a file of trade figures, called as the fields of a single figure are. */
public enum LoadColumn {
    PERIOD("period", true),
    REPORTER("reporter", true),
    PARTNER("partner", true),
    FLOW("flow", true),
    GATE("gate", true),
    REGIME("regime", true),
    HS("hs", true),
    CURRENCY("currency", true),
    VALUE("value", true),
    NET_KG("netKg", true),
    STATUS("status", true),
    ATTRIBUTION("attribution", false),
    VALUATION("valuation", false),
    HS_EDITION("hsEdition", false);

    static final int COUNT = values().length;

    private final String title;
    private final boolean required;

    LoadColumn(String title, boolean required) {
        this.title = title;
        this.required = required;
    }

    /** As it stands in the header. */
    public String title() {
        return title;
    }

    public boolean isRequired() {
        return required;
    }

    static Optional<LoadColumn> titled(@Nullable String title) {
        return Arrays.stream(values())
                .filter(column -> column.title.equals(title))
                .findFirst();
    }

    public static String titles() {
        return Arrays.stream(values()).map(LoadColumn::title).collect(Collectors.joining(", "));
    }
}
