package io.provincelink.local;

import io.provincelink.local.directory.LaunchFailure;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the built applications and the dataset lie: the source tree around this launcher. */
record Installation(Path root) {
    /** Found from the place of the launcher's own jar, {@code <root>/deploy/local/target/local-launcher.jar}. */
    static Installation ofThisJar() {
        try {
            Path jar = Path.of(Installation.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return new Installation(jar.resolve("../../../..").normalize());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    Path defaultData() {
        return root.resolve("deploy/local/data");
    }

    Path dataset() {
        return root.resolve("deploy/dataset");
    }

    Path serviceScript() {
        return root.resolve("deploy/local/service");
    }

    /** @throws LaunchFailure if the application has not been built */
    Path application(String module) {
        Path jar = root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new LaunchFailure(
                    module + " has not been built: start with deploy/local/start, which builds what is missing.");
        }
        return jar;
    }
}
