package io.provincelink.gateway.feed;

import io.provincelink.gateway.FakeService;
import io.vertx.core.http.HttpServerRequest;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A service's change log, played by a test. What a reader named {@code nobody} may see of it is nothing. */
public final class FakeFeed {

    private record Line(String type, Instant at, String record) {}

    private final long number;
    private final FakeService service;
    private final List<Line> log = new ArrayList<>();

    /** Questions with the token and the unit that they came for. */
    public final Queue<String> asked = new ConcurrentLinkedQueue<>();

    public FakeFeed(long number, FakeService service) {
        this.number = number;
        this.service = service;
    }

    public void start() {
        service.answering(this::answer);
    }

    public void stop() {
        service.stop();
    }

    FakeService service() {
        return service;
    }

    /** Something happens. */
    public synchronized void happens(String type, String at, String record) {
        log.add(new Line(type, Instant.parse("2026-11-30T" + at + "Z"), record));
    }

    /** A place as the service seals it. */
    String cursor(long seq) {
        byte[] block = ByteBuffer.allocate(16).putLong(number).putLong(seq).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(block);
    }

    long questions(String path) {
        return asked.stream().filter(line -> line.startsWith(path)).count();
    }

    private void answer(HttpServerRequest request) {
        String token = request.getHeader("Authorization");
        asked.add(request.uri() + " " + token + " " + request.getHeader("Provincelink-On-Behalf-Of"));
        if (request.path().endsWith("/change-head")) {
            request.response().end("{\"cursor\":\"" + cursor(head(request.getParam("since"))) + "\"}");
            return;
        }
        if (!request.path().endsWith("/changes")) {
            request.response().end("{}");
            return;
        }
        String after = request.getParam("after");
        ByteBuffer place = after == null
                ? ByteBuffer.allocate(16).putLong(number).putLong(0).flip()
                : ByteBuffer.wrap(Base64.getUrlDecoder().decode(after));
        if (place.getLong() != number) {
            request.response().setStatusCode(410).end("{}");
            return;
        }
        long seq = place.getLong();
        boolean nobody = token != null && token.endsWith("nobody");
        request.response().end(nobody ? page(List.of(), seq) : page(request, seq));
    }

    private synchronized long head(@Nullable String since) {
        return since == null
                ? log.size()
                : log.stream()
                        .takeWhile(line -> line.at.isBefore(Instant.parse(since)))
                        .count();
    }

    private synchronized String page(HttpServerRequest request, long after) {
        String types = request.getParam("types");
        List<Long> places = new ArrayList<>();
        for (long seq = after + 1; seq <= log.size(); seq++) {
            if (types == null || List.of(types.split(",")).contains(line(seq).type)) {
                places.add(seq);
            }
        }
        return page(
                places.stream().limit(Long.parseLong(request.getParam("limit"))).toList(), after);
    }

    private Line line(long seq) {
        return log.get((int) seq - 1);
    }

    private String page(List<Long> places, long after) {
        long last = places.isEmpty() ? after : places.get(places.size() - 1);
        return "{\"items\":["
                + places.stream().map(this::item).collect(Collectors.joining(","))
                + "],\"nextCursor\":\"" + cursor(last) + "\",\"more\":1}";
    }

    private String item(long seq) {
        Line line = line(seq);
        return """
                {"op":"CREATED","type":"%s","id":"0199a000-0000-7000-8000-%012d","version":1,"at":"%s","cursor":"%s",\
                "more":{"a":[1]},"record":%s}""".formatted(line.type, number * 1000 + seq, line.at, cursor(seq), line.record);
    }
}
