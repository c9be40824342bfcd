package io.provincelink.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of docs/authorization.md: a line for each operation, a cell for each caller. */
final class AuthorizationTable {

    static final Path FILE = RunningSuite.ROOT.resolve("docs/authorization.md");

    private static final Pattern LINE = Pattern.compile("\\| `([A-Z]+ /\\S*)` \\|(.*)\\|");

    private AuthorizationTable() {}

    /** Statuses by the operation's name, in the order of the callers. */
    static Map<String, List<String>> read() {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        for (String line : text().split("\n")) {
            var found = LINE.matcher(line);
            if (found.matches()) {
                lines.put(
                        found.group(1),
                        Arrays.stream(found.group(2).split("\\|"))
                                .map(String::strip)
                                .toList());
            }
        }
        return lines;
    }

    /** Puts other lines in the table's place; the words around it stay. */
    static void write(Map<String, List<String>> lines) {
        List<String> words = new ArrayList<>();
        boolean within = false;
        for (String line : text().split("\n")) {
            within = line.startsWith("| operation |") || within && line.startsWith("|");
            if (line.startsWith("| operation |")) {
                words.addAll(table(lines));
            } else if (!within) {
                words.add(line);
            }
        }
        try {
            Files.writeString(FILE, String.join("\n", words) + "\n");
        } catch (IOException cannotWrite) {
            throw new UncheckedIOException(cannotWrite);
        }
    }

    private static List<String> table(Map<String, List<String>> lines) {
        List<String> table = new ArrayList<>();
        table.add("| operation | "
                + Stream.of(AuthorizationCaller.values())
                        .map(AuthorizationCaller::heading)
                        .collect(Collectors.joining(" | "))
                + " |");
        table.add("|" + " --- |".repeat(AuthorizationCaller.values().length + 1));
        lines.forEach((operation, cells) -> table.add("| `" + operation + "` | " + String.join(" | ", cells) + " |"));
        return table;
    }

    private static String text() {
        return RunningSuite.read(FILE);
    }
}
