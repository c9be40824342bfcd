package io.provincelink.trade.figure;

import io.provincelink.kit.caller.Caller;
import io.provincelink.record.RecordStore;
import io.provincelink.record.ScopedRepository;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.Session;

/** The short numbers by which figures name regions. They never change, and everybody may know them. */
@Singleton
public class TraderNumbers implements ScopedRepository {

    private static final String NUMBER = "select number from trader where code = :code";

    private final RecordStore store;
    private final Map<String, Short> numbers = new ConcurrentHashMap<>();
    private final Map<Short, String> codes = new ConcurrentHashMap<>();

    public TraderNumbers(RecordStore store) {
        this.store = store;
    }

    /** The number of a region; empty where no figure was ever about it. */
    public Optional<Short> find(Caller caller, String code) {
        Short known = numbers.get(code);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Short> found = kept(code);
        found.ifPresent(number -> numbers.put(code, number));
        return found;
    }

    /** Those of the regions that have a number. */
    public Integer[] find(Caller caller, Collection<String> regions) {
        return regions.stream()
                .flatMap(code -> find(caller, code).stream())
                .map(Short::intValue)
                .toArray(Integer[]::new);
    }

    /** The number of a region, which gets one if it has none. Call within a transaction. */
    public short findOrAdd(Caller caller, String code) {
        Short known = numbers.get(code);
        if (known != null) {
            return known;
        }
        // Not remembered here: if this transaction is rolled back, there is no such number.
        return kept(code).or(() -> added(code)).or(() -> kept(code)).orElseThrow();
    }

    /** The region that has this number. */
    public String code(Caller caller, short number) {
        return codes.computeIfAbsent(number, asked -> session()
                .createNativeQuery("select code from trader where number = :number", String.class)
                .setParameter("number", asked)
                .getSingleResult());
    }

    private Optional<Short> kept(String code) {
        return session()
                .createNativeQuery(NUMBER, Short.class)
                .setParameter("code", code)
                .uniqueResultOptional();
    }

    /** Empty where another transaction added it meanwhile, which has then been waited for. */
    private Optional<Short> added(String code) {
        return session()
                .createNativeQuery(
                        "insert into trader (code) values (:code) on conflict (code) do nothing returning number",
                        Short.class)
                .setParameter("code", code)
                .uniqueResultOptional();
    }

    private Session session() {
        return store.entities().unwrap(Session.class);
    }
}
