package io.provincelink.gateway.destination;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses belong to everybody's internet (IANA special-purpose registries, as of 2026). An address of version 4 within one of
 * version 6 is refused whatever it is: mapped ones Java reads as version 4 itself.
 */
final class PublicAddresses {

    private static final List<Network> SPECIAL = Stream.of(
                    // this network, private use, shared by carriers (cloud metadata of some too), loopback
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    // link-local, with most clouds' metadata
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    // multicast, reserved, broadcast
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    // a cloud's own services under an address that looks like any other
                    "168.63.129.16/32",
                    // tunnels and protocols (Teredo), documentation, 6to4
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20")
            .map(Network::of)
            .toList();

    /** All of version 6 that is given out; loopback, ULA, link-local, multicast and NAT64 lie outside. */
    private static final Network GIVEN_OUT = Network.of("2000::/3");

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        boolean global = address instanceof Inet4Address || GIVEN_OUT.contains(address);
        return global && SPECIAL.stream().noneMatch(special -> special.contains(address));
    }
}
