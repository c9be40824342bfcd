package io.provincelink.local.process;

import io.provincelink.local.directory.LaunchFailure;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds ports on 127.0.0.1. Free ones are taken from below the range that systems hand out for outgoing connections: a service
 * that is started again keeps its port, and meanwhile no connection of the suite itself may have got it.
 */
public final class Ports {
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;

    private final Set<Integer> given = new HashSet<>();

    /**
     * @return a port that nobody listens on and that was not given before
     * @throws LaunchFailure if none is found
     */
    public int free() {
        for (int tries = 0; tries < 1000; tries++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (!given.contains(port) && isFree(port)) {
                given.add(port);
                return port;
            }
        }
        throw new LaunchFailure("No free port was found on 127.0.0.1 between " + LOWEST + " and " + HIGHEST + ".");
    }

    private static boolean isFree(int port) {
        try {
            bind(port);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /**
     * @throws LaunchFailure if the gateway cannot listen on the port
     */
    public void requireForGateway(int port) {
        try {
            bind(port);
            given.add(port);
        } catch (BindException e) {
            String reason = String.valueOf(e.getMessage());
            throw new LaunchFailure(
                    reason.contains("Permission denied")
                            ? "Port " + port
                                    + " may not be used by an ordinary user: choose one from 1024 with --port N."
                            : "Port " + port
                                    + " is taken by another program: end that one, or choose another with --port N.",
                    e);
        } catch (IOException e) {
            throw new LaunchFailure("Port " + port + " cannot be used: " + e.getMessage() + ".", e);
        }
    }

    private static void bind(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            // As the servers do it: a port whose last connections are still fading away counts as free.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
        }
    }
}
