package io.provincelink.local;

import io.provincelink.local.directory.LaunchFailure;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the person asked for on the command line.
 *
 * @param port of the gateway on 127.0.0.1
 * @param data the data directory
 * @param dataset whether the published facts are loaded
 * @param oidc the identity server whose tokens are accepted; null for the sample people's own
 * @param purpose of the call
 */
public record Options(
        int port, Path data, boolean dataset, @Nullable URI oidc, Purpose purpose) {

    /** To run, only to find out whether a start would be possible, or only to print the usage. */
    enum Purpose {
        RUN,
        CHECK,
        HELP
    }

    static final String USAGE = """
            Usage: deploy/local/start [--port N] [--data DIR] [--no-dataset] [--oidc URL] [--help]

              --port N       port of the gateway on 127.0.0.1 (8080); everything else takes free ports
              --data DIR     where the database, keys, tokens and logs live (deploy/local/data)
              --no-dataset   do not load the published facts
              --oidc URL     accept the tokens of this identity server alone, none of sample people; what is in the
                             data directory stays, and facts that are not are loaded by a start without --oidc
              --help         this text

            Ctrl-C stops everything.""";

    /**
     * @param defaultData used when --data is not given
     * @throws LaunchFailure naming the wrong option
     */
    static Options parse(List<String> arguments, Path defaultData) {
        int port = 8080;
        Path data = defaultData;
        boolean dataset = true;
        URI oidc = null;
        Purpose purpose = Purpose.RUN;
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
            String name = equals < 0 ? argument : argument.substring(0, equals);
            switch (name) {
                case "--port" -> port = port(value(name, argument, equals, rest));
                case "--data" -> data = Path.of(value(name, argument, equals, rest));
                case "--no-dataset" -> dataset = false;
                case "--oidc" -> oidc = server(value(name, argument, equals, rest));
                case "--check" -> purpose = purpose == Purpose.HELP ? purpose : Purpose.CHECK;
                case "--help", "-h" -> purpose = Purpose.HELP;
                default -> throw new LaunchFailure("There is no option " + argument + ": see --help.");
            }
        }
        return new Options(port, data, dataset, oidc, purpose);
    }

    private static String value(String name, String argument, int equals, Iterator<String> rest) {
        String value = equals >= 0 ? argument.substring(equals + 1) : rest.hasNext() ? rest.next() : "";
        if (value.isEmpty()) {
            throw new LaunchFailure("The option " + name + " needs a value: see --help.");
        }
        return value;
    }

    private static int port(String text) {
        if (text.matches("[0-9]{1,5}")) {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= 65535) {
                return port;
            }
        }
        throw new LaunchFailure("A port is a number from 1 to 65535, not '" + text + "'.");
    }

    private static URI server(String text) {
        if (text.matches("https?://[^/?#\\s]+[^?#\\s]*")) {
            try {
                return new URI(text);
            } catch (URISyntaxException malformed) {
                // said below
            }
        }
        throw new LaunchFailure(
                "An identity server has an address that begins with https:// or http://, not '" + text + "'.");
    }
}
