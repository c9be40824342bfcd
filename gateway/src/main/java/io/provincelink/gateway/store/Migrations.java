package io.provincelink.gateway.store;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** The schema, one change a file. Named here, since a packaged application has no directory that could be searched. */
final class Migrations implements ResourceProvider {

    static final String DIRECTORY = "db/migration/";

    static final List<String> NAMES =
            List.of("V202611301900__Keep_webhooks_and_their_deliveries.sql", "V202612010900__Keep_who_did_what.sql");

    private Migrations() {}

    /** Brings the schema up to date; instances that start together do it one after the other. */
    static void apply(DataSource database) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database)
                .resourceProvider(new Migrations())
                .javaMigrationClassProvider(List::of)
                .load()
                .migrate();
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return NAMES.contains(name) ? new Packaged(name) : null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return NAMES.stream()
                .filter(name ->
                        name.startsWith(prefix) && Arrays.stream(suffixes).anyMatch(name::endsWith))
                .<LoadableResource>map(Packaged::new)
                .toList();
    }

    private static final class Packaged extends LoadableResource {

        private final String name;

        Packaged(String name) {
            this.name = name;
        }

        @Override
        public Reader read() {
            InputStream file = Migrations.class.getClassLoader().getResourceAsStream(DIRECTORY + name);
            return new InputStreamReader(Objects.requireNonNull(file, name), StandardCharsets.UTF_8);
        }

        @Override
        public String getAbsolutePath() {
            return DIRECTORY + name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return DIRECTORY + name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
