package io.provincelink.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The documentation pages in a real browser. */
@ExtendWith(SharedSuite.class)
class DocsIT {

    private final RunningSuite suite;

    DocsIT(RunningSuite suite) {
        this.suite = suite;
    }

    @Test
    void the_docs_page_shows_the_operations_of_all_services() {
        String page = rendered("/docs");

        assertThat(page).contains("Programmes", "Delegations", "Gates", "opblock");
    }

    private String rendered(String path) {
        Path profile = RunningSuite.newDirectory("browser profile");
        return RunningSuite.run(List.of(
                browser(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile,
                "--virtual-time-budget=20000",
                "--dump-dom",
                "http://127.0.0.1:" + suite.port() + path));
    }

    /** Chromium of the machine; a machine without one skips the test, except CI, which installs it. */
    private static String browser() {
        Optional<String> found = Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
        if (found.isEmpty()) {
            String reason = "No chromium in PATH: the browser tests are skipped.";
            System.out.println(reason);
            return "true".equals(System.getenv("CI")) ? fail(reason) : abort(reason);
        }
        return found.get();
    }
}
