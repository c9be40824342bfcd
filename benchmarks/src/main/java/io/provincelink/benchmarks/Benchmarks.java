package io.provincelink.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What {@code benchmarks/run} starts. */
public final class Benchmarks {

    private Benchmarks() {}

    /** The name of a benchmark, then its options as {@code --name value}. */
    public static void main(String... arguments) throws Exception {
        Map<String, String> options = new TreeMap<>();
        for (int i = 1; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        List<Long> rows = Arrays.stream(
                        options.getOrDefault("--rows", "1000000").split(","))
                .map(Long::valueOf)
                .toList();
        int rounds = Integer.parseInt(options.getOrDefault("--rounds", "3"));
        Path root = Path.of(System.getProperty("provincelink.root"));
        Path work = Files.createDirectories(root.resolve("benchmarks/target/work"));
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "loads" -> new LoadBenchmark(root, work, rows.get(0)).run(rounds);
            case "summaries" -> new SummaryBenchmark(root, work).run(rows);
            default -> throw new IllegalArgumentException("which benchmark? loads or summaries");
        }
    }
}
