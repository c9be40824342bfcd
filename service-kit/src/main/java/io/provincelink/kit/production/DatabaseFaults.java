package io.provincelink.kit.production;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Databases that whoever reaches them gets into. */
final class DatabaseFaults {

    private static final String DEFAULT = "quarkus.datasource";
    private static final Pattern NAMED = Pattern.compile("quarkus\\.datasource\\.\"?([^.\"]+)\"?\\.jdbc\\.url");
    private static final Pattern NAMED_IN_ENVIRONMENT = Pattern.compile("QUARKUS_DATASOURCE_(.+?)_+JDBC_URL");

    private DatabaseFaults() {}

    static List<String> of(Settings settings) {
        List<String> faults = new ArrayList<>();
        for (String prefix : prefixes(settings.names())) {
            if (settings.value(prefix + ".jdbc.url").isPresent()
                    && settings.value(prefix + ".credentials-provider").isEmpty()) {
                Optional<String> password = settings.value(prefix + ".password");
                if (password.isEmpty()) {
                    faults.add("The database has no password (" + prefix + ".password is empty): give its role one.");
                } else if (password.equals(settings.value(prefix + ".username"))) {
                    faults.add("The database's password is the name of its role (" + prefix
                            + ".password): give it a real one.");
                }
            }
        }
        return faults;
    }

    private static Set<String> prefixes(Set<String> names) {
        Set<String> prefixes = new TreeSet<>(Set.of(DEFAULT));
        for (String name : names) {
            Matcher dotted = NAMED.matcher(name);
            Matcher environment = NAMED_IN_ENVIRONMENT.matcher(name);
            if (dotted.matches()) {
                prefixes.add(DEFAULT + "." + dotted.group(1));
            } else if (environment.matches()) {
                prefixes.add(DEFAULT + "."
                        + environment.group(1).toLowerCase(Locale.ROOT).replaceAll("^_+", ""));
            }
        }
        return prefixes;
    }
}
