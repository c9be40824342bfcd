package io.provincelink.local;

import io.provincelink.local.directory.DataDirectory;
import java.io.PrintStream;

/** The last block of a start: where everything is and what to try first. */
record Greeting(int port, DataDirectory data, Stopwatch stopwatch) {
    void print(PrintStream out) {
        String base = "http://localhost:" + port;
        out.println(
                """

                ProvinceLink is ready in %s.
                  gateway    %s/api/v1
                  docs       %s/docs
                  contract   %s/openapi
                  tokens     %s
                  logs       %s
                Try:  curl -s %s
                Ctrl-C stops everything.""".formatted(stopwatch, base, base, base, data.tokens(), data.log(), new FirstCall(port).address()));
        out.flush();
    }
}
