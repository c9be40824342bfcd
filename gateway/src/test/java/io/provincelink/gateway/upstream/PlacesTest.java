package io.provincelink.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Who gets a place, who waits for one and for how long. */
class PlacesTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final AtomicInteger limit = new AtomicInteger(2);

    @AfterAll
    static void close() {
        VERTX.close();
    }

    @Test
    void there_are_as_many_places_as_the_limit_says_also_when_it_changes() throws Exception {
        Places places = places(SHORT, SHORT);
        got(places.take());
        got(places.take());
        assertThat(fails(places.take())).isInstanceOf(Admission.Overloaded.class);
        limit.set(3);
        got(places.take());
        assertThat(places.taken()).isEqualTo(3);
    }

    @Test
    void a_place_that_is_left_goes_to_the_first_who_waits() throws Exception {
        Places places = places(LONG, LONG);
        Places.Place one = got(places.take());
        got(places.take());
        Future<Places.Place> first = places.take();
        Future<Places.Place> second = places.take();
        one.leave();
        got(first);
        assertThat(second.isComplete()).isFalse();
        assertThat(places.waiting()).isOne();
    }

    @Test
    void to_leave_twice_gives_no_second_place() throws Exception {
        Places places = places(LONG, LONG);
        Places.Place one = got(places.take());
        one.leave();
        one.leave();
        got(places.take());
        got(places.take());
        assertThat(places.taken()).isEqualTo(2);
        assertThat(places.take().isComplete()).isFalse();
    }

    @Test
    void when_somebody_always_waits_the_newest_comes_first() throws Exception {
        Places places = places(SHORT, LONG);
        Places.Place one = got(places.take());
        got(places.take());
        Future<Places.Place> early = places.take();
        // for longer than the patience there is always somebody
        Future<Places.Place> second = places.take();
        TimeUnit.MILLISECONDS.sleep(SHORT.toMillis() - 20);
        List<Future<Places.Place>> late = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            late.add(places.take());
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(fails(early)).isInstanceOf(Admission.Overloaded.class);
        assertThat(fails(second)).isInstanceOf(Admission.Overloaded.class);
        one.leave();
        got(late.get(9));
    }

    @Test
    void who_waited_in_vain_leaves_no_trace() throws Exception {
        Places places = places(SHORT, SHORT);
        Places.Place one = got(places.take());
        Places.Place other = got(places.take());
        for (int i = 0; i < 5; i++) {
            fails(places.take());
        }
        assertThat(places.waiting()).isZero();
        one.leave();
        other.leave();
        assertThat(places.taken()).isZero();
    }

    private Places places(Duration patience, Duration underLoad) {
        return new Places(VERTX, limit::get, patience, underLoad);
    }

    private static Places.Place got(Future<Places.Place> place) throws Exception {
        return place.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private static Throwable fails(Future<Places.Place> place) throws Exception {
        return place.map((Throwable) null)
                .otherwise(thrown -> thrown)
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }
}
