package io.provincelink.local;

import io.provincelink.local.directory.LaunchFailure;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * What the person asked for on the command line.
 *
 * @param port of the gateway on 127.0.0.1
 * @param data the data directory
 * @param dataset whether the published facts are loaded
 * @param checkOnly only find out whether a start would be possible
 * @param help only print the usage
 */
public record Options(int port, Path data, boolean dataset, boolean checkOnly, boolean help) {
    static final String USAGE = """
            Usage: deploy/local/start [--port N] [--data DIR] [--no-dataset] [--help]

              --port N       port of the gateway on 127.0.0.1 (8080); everything else takes free ports
              --data DIR     where the database, keys, tokens and logs live (deploy/local/data)
              --no-dataset   do not load the published facts
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
        boolean checkOnly = false;
        boolean help = false;
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
            String name = equals < 0 ? argument : argument.substring(0, equals);
            switch (name) {
                case "--port" -> port = port(value(name, argument, equals, rest));
                case "--data" -> data = Path.of(value(name, argument, equals, rest));
                case "--no-dataset" -> dataset = false;
                case "--check" -> checkOnly = true;
                case "--help", "-h" -> help = true;
                default -> throw new LaunchFailure("There is no option " + argument + ": see --help.");
            }
        }
        return new Options(port, data, dataset, checkOnly, help);
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
}
