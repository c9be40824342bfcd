package io.provincelink.gateway.destination;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * A block of addresses, {@code 10.0.0.0/8}.
 *
 * @param bits how many of the first bits all of them share
 */
record Network(byte[] first, int bits) {

    private static final Pattern NUMBERS = Pattern.compile("[0-9a-fA-F:.]+/\\d{1,3}");

    /** @throws IllegalArgumentException when it is none */
    static Network of(String text) {
        if (!NUMBERS.matcher(text).matches()) {
            throw new IllegalArgumentException("no block of addresses: " + text);
        }
        int slash = text.indexOf('/');
        try {
            byte[] first = InetAddress.getByName(text.substring(0, slash)).getAddress();
            int bits = Integer.parseInt(text.substring(slash + 1));
            if (bits > first.length * 8) {
                throw new IllegalArgumentException("no block of addresses: " + text);
            }
            return new Network(first, bits);
        } catch (UnknownHostException noAddress) {
            throw new IllegalArgumentException("no block of addresses: " + text, noAddress);
        }
    }

    boolean contains(InetAddress address) {
        byte[] other = address.getAddress();
        if (other.length != first.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((first[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
