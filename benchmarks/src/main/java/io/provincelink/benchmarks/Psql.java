package io.provincelink.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The peer: {@code psql \copy} into a table with the file's columns and the same key. */
final class Psql {

    private static final String TABLE = """
            drop table if exists figures;
            create table figures (period text, reporter text, partner text, flow text, gate text, regime text, hs text,
                                  currency text, value numeric, "netKg" numeric, status text,
                                  primary key (period, reporter, partner, flow, gate, regime, hs, currency))
            """;

    private final Database database;

    Psql(Database database) {
        this.database = database;
    }

    /** Copies a file into an empty table; only the copying counts. */
    Stopwatch.Lap copy(Path file) throws Exception {
        database.execute(Database.PEER, TABLE);
        String columns;
        try (var lines = Files.lines(file)) {
            columns = lines.findFirst().orElseThrow().replace("netKg", "\"netKg\"");
        }
        return Stopwatch.time(() -> run("\\copy figures (" + columns + ") from '" + file
                + "' with (format csv, header, force_not_null (gate))"));
    }

    private void run(String command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        List.of("psql", "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--command=" + command))
                .inheritIO();
        builder.environment().put("PGHOST", "127.0.0.1");
        builder.environment().put("PGPORT", String.valueOf(database.port()));
        builder.environment().put("PGUSER", Database.USER);
        builder.environment().put("PGDATABASE", Database.PEER);
        if (builder.start().waitFor() != 0) {
            throw new IllegalStateException("psql failed");
        }
    }
}
