package io.provincelink.gateway.destination;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Finds out where an address leads and whether the gateway may go there. Asked when a target is named and again each time something is
 * sent, as a name may lead elsewhere by then; and whoever sends connects to the very address that was looked at.
 */
@Singleton
public class Targets {

    private final Resolver resolver;
    private final List<Network> allowed;

    public Targets(Resolver resolver, TargetSettings settings) {
        this.resolver = resolver;
        this.allowed =
                settings.allowed().orElse(List.of()).stream().map(Network::of).toList();
    }

    /** A target with the address to connect to. */
    public record Found(Target target, InetAddress address) {}

    /**
     * Resolves the target's name once and looks at every address that comes; may take its time.
     *
     * @throws TargetRefused unless the gateway may send to all of them
     */
    public Found find(Target target) throws TargetRefused {
        List<InetAddress> addresses;
        try {
            addresses = resolver.resolve(target.host());
        } catch (UnknownHostException unknown) {
            throw new TargetRefused("target-unknown");
        }
        if (addresses.isEmpty()) {
            throw new TargetRefused("target-unknown");
        }
        for (InetAddress address : addresses) {
            boolean excepted = allowed.stream().anyMatch(network -> network.contains(address));
            if (!excepted && !PublicAddresses.contain(address)) {
                throw new TargetRefused("target-not-public");
            }
            if (!excepted && !target.secure()) {
                throw new TargetRefused("target-not-https");
            }
        }
        return new Found(target, addresses.get(0));
    }
}
