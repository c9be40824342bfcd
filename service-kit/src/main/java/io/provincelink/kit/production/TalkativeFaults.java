package io.provincelink.kit.production;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Logs that would keep tokens and what people wrote. */
final class TalkativeFaults {

    private static final Set<String> CHATTY = Set.of("debug", "trace", "all", "fine", "finer", "finest");

    /** What these log in detail are heads of requests, tokens, or the values of statements. */
    private static final List<String> SENSITIVE = List.of(
            "io.quarkus.oidc",
            "io.quarkus.vertx.http",
            "io.vertx.core.http",
            "io.netty.handler.logging",
            "org.hibernate.SQL",
            "org.hibernate.orm.jdbc.bind");

    private static final Pattern CATEGORY = Pattern.compile("quarkus\\.log\\.category\\.\"(.+)\"\\.level");
    private static final Pattern STATEMENTS =
            Pattern.compile("quarkus\\.hibernate-orm\\.(.+\\.)?log\\.(sql|bind-parameters|bind-param)");
    private static final Pattern HEADERS = Pattern.compile(
            "(?i).*(ALL_REQUEST_HEADERS|%\\{i,(authorization|cookie)}|%\\{REQUEST_HEADER:?,?.*authorization).*");

    private TalkativeFaults() {}

    static List<String> of(Settings settings) {
        List<String> faults = new ArrayList<>();
        Set<String> levels = new LinkedHashSet<>(List.of("quarkus.log.level"));
        SENSITIVE.forEach(category -> levels.addAll(levelsOf(category)));
        settings.names().stream().filter(TalkativeFaults::isBelowSensitive).forEach(levels::add);
        for (String level : levels) {
            settings.word(level)
                    .filter(CHATTY::contains)
                    .ifPresent(word -> faults.add("Logs would have tokens and personal data in them (" + level + " is "
                            + word + "): INFO is enough."));
        }
        settings.names().stream()
                .filter(name -> STATEMENTS.matcher(name).matches() && settings.isOn(name))
                .sorted()
                .forEach(name -> faults.add(
                        "Statements would stand in the log with what people wrote (" + name + "): leave it out."));
        if (settings.isOn("quarkus.http.access-log.enabled")
                && settings.value("quarkus.http.access-log.pattern")
                        .filter(HEADERS.asMatchPredicate())
                        .isPresent()) {
            faults.add(
                    "Tokens would stand in the access log (quarkus.http.access-log.pattern): leave the Authorization header out.");
        }
        return faults;
    }

    /** Of the category and all that it belongs to; spelled so that an environment variable is found, too. */
    private static List<String> levelsOf(String category) {
        List<String> levels = new ArrayList<>();
        for (String name = category; !name.isEmpty(); name = parent(name)) {
            levels.add("quarkus.log.category.\"" + name + "\".level");
        }
        return levels;
    }

    private static String parent(String category) {
        return category.substring(0, Math.max(0, category.lastIndexOf('.')));
    }

    private static boolean isBelowSensitive(String name) {
        var category = CATEGORY.matcher(name);
        return category.matches()
                && SENSITIVE.stream().anyMatch(each -> category.group(1).startsWith(each + "."));
    }
}
