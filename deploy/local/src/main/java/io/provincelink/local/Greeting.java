package io.provincelink.local;

import io.provincelink.local.directory.DataDirectory;
import java.io.PrintStream;

/** The last block of a start: where everything is and what to try first. */
record Greeting(Options options, DataDirectory data, Stopwatch stopwatch) {
    void print(PrintStream out) {
        String base = "http://localhost:" + options.port();
        String tokens = options.oidc() == null ? data.tokens().toString() : "of " + options.oidc() + " alone";
        out.println("""

                ProvinceLink is ready in %s.
                  gateway    %s/api/v1
                  docs       %s/docs
                  contract   %s/openapi
                  tokens     %s
                  logs       %s
                Try:  curl -s %s
                Ctrl-C stops everything.""".formatted(
                        stopwatch, base, base, base, tokens, data.log(), new FirstCall(options.port()).address()));
        out.flush();
    }
}
