package io.provincelink.record.change;

import java.util.Locale;

/** Marks an entity, or a {@link LoggedType}, of which every version is in the change log. */
public interface Logged {

    /** The type's name in the change log: {@code TRADE_FIGURE} of {@code TradeFigure}. */
    static String nameOf(Class<?> entity) {
        return entity.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
