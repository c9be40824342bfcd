package io.provincelink.kit.production;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What an application is about to be started with.
 *
 * @param profiles of Quarkus
 * @param values of settings, by their names; empty where one is not set
 * @param names of all settings, also in the spelling of environment variables
 * @param jvm what the command line says to Java itself
 */
record Settings(Set<String> profiles, Function<String, Optional<String>> values, Set<String> names, List<String> jvm) {

    /** The value without what surrounds it; empty where it is not set or blank. */
    Optional<String> value(String name) {
        return values.apply(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The value in lower case. */
    Optional<String> word(String name) {
        return value(name).map(value -> value.toLowerCase(Locale.ROOT));
    }

    boolean isOn(String name) {
        return word(name).filter("true"::equals).isPresent();
    }

    boolean isOff(String name) {
        return word(name).filter("false"::equals).isPresent();
    }

    /** The parts of a list. */
    List<String> list(String name) {
        return value(name).stream()
                .flatMap(value -> Stream.of(value.split("(?<!\\\\),")))
                .map(String::strip)
                .toList();
    }
}
