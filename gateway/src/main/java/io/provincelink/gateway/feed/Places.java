package io.provincelink.gateway.feed;

import io.provincelink.gateway.upstream.Upstream;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How far a reader has come in the feed of each service. A cursor is all of them one behind the other, each sealed by its own service; or
 * the one of agreements-service alone, as an offline bundle begins with it: then that service alone is followed.
 *
 * @param each the services that are followed, with their own cursors; empty at the beginning of a feed
 */
public record Places(Map<Upstream, Optional<String>> each) {

    /** Their order in a cursor, which outlives that of the enum. */
    private static final List<Upstream> ORDER = List.of(Upstream.AGREEMENTS, Upstream.EXCHANGES, Upstream.TRADE);

    private static final int BLOCK = 16;
    private static final byte VERSION = 1;
    private static final byte BEGINNING = 0;
    private static final byte PLACE = 1;

    public Places {
        each = Collections.unmodifiableMap(new EnumMap<>(each));
    }

    /** The beginning of all feeds. */
    public static Places beginning() {
        Map<Upstream, Optional<String>> each = new EnumMap<>(Upstream.class);
        ORDER.forEach(service -> each.put(service, Optional.empty()));
        return new Places(each);
    }

    /** Places in the feeds of all services. */
    public static Places of(Map<Upstream, String> cursors) {
        Places places = beginning();
        for (Map.Entry<Upstream, String> one : cursors.entrySet()) {
            places = places.with(one.getKey(), one.getValue());
        }
        return places;
    }

    Set<Upstream> services() {
        return EnumSet.copyOf(each.keySet());
    }

    Places with(Upstream service, String cursor) {
        Map<Upstream, Optional<String>> more = new EnumMap<>(each);
        more.put(service, Optional.of(cursor));
        return new Places(more);
    }

    /** As a client keeps it. */
    public String cursor() {
        if (each.size() == 1) {
            return each.values().iterator().next().orElseThrow();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(VERSION);
        for (Upstream service : ORDER) {
            Optional<String> place = each.getOrDefault(service, Optional.empty());
            bytes.write(place.isPresent() ? PLACE : BEGINNING);
            place.ifPresent(cursor -> bytes.writeBytes(Base64.getUrlDecoder().decode(cursor)));
        }
        return encoded(bytes.toByteArray());
    }

    /**
     * What a cursor means; whether its places are still there, the services say.
     *
     * @throws ProblemException 400 for what is no cursor
     */
    public static Places at(String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            return bytes.length == BLOCK
                    ? new Places(Map.of(Upstream.AGREEMENTS, Optional.of(encoded(bytes))))
                    : ofAll(ByteBuffer.wrap(bytes));
        } catch (IllegalArgumentException notOurs) {
            throw ProblemException.invalid(Fault.at("?after", "bad-cursor"));
        }
    }

    private static Places ofAll(ByteBuffer bytes) {
        require(bytes.hasRemaining() && bytes.get() == VERSION);
        Places places = beginning();
        for (Upstream service : ORDER) {
            require(bytes.hasRemaining());
            byte kind = bytes.get();
            require(kind == BEGINNING || kind == PLACE && bytes.remaining() >= BLOCK);
            if (kind == PLACE) {
                byte[] block = new byte[BLOCK];
                bytes.get(block);
                places = places.with(service, encoded(block));
            }
        }
        require(!bytes.hasRemaining());
        return places;
    }

    private static void require(boolean wellFormed) {
        if (!wellFormed) {
            throw new IllegalArgumentException("no cursor of ours");
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
