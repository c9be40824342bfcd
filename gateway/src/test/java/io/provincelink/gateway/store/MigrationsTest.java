package io.provincelink.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    @Test
    void everyMigrationIsNamed() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources", Migrations.DIRECTORY))) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .isEqualTo(Migrations.NAMES)
                    .allMatch(name -> name.matches("V20\\d{10}__[A-Z][A-Za-z0-9_]+\\.sql"));
        }
    }
}
