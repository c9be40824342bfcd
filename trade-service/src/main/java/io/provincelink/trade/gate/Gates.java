package io.provincelink.trade.gate;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.time.Today;
import io.provincelink.kit.words.Period;
import io.provincelink.record.RecordStore;
import io.provincelink.record.Records;
import io.provincelink.trade.gate.measure.GateMeasure;
import io.provincelink.trade.gate.measure.MeasureCalendar;
import io.provincelink.trade.gate.measure.Openness;
import io.provincelink.trade.gate.measure.SideOpenness;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All gates. */
@Singleton
public class Gates extends Records<Gate> {

    /** What figures keep where no gate is named. */
    public static final short NONE = 0;

    private static final String MEASURES_OF_A_DAY = """
            select r.id, m from Gate r join r.measures m
             where array_intersects(r.readers, :scope)
               and m.validFrom <= :day and (m.validTo is null or m.validTo >= :day)
             order by r.id, index(m)
            """;

    private final Today today;

    /** Codes by number. Neither ever changes and everybody may see them, so a list of figures need not ask again. */
    private final Map<Short, String> codes = new ConcurrentHashMap<>();

    public Gates(RecordStore store, Today today) {
        super(Gate.class, "gates", store);
        this.today = today;
    }

    @Override
    protected Object snapshot(Gate gate) {
        return GateSnapshot.of(gate, today.get());
    }

    @Override
    protected boolean hasCode() {
        return true;
    }

    /**
     * The number by which figures name the gate; {@link #NONE} for no code.
     *
     * @param pointer where the code stood in the input
     * @throws ProblemException 400 with the nearest codes when there is no such gate
     */
    public short number(Caller caller, String pointer, @Nullable String code) {
        if (code == null) {
            return NONE;
        }
        return query(
                        caller,
                        "select r.number from Gate r where array_intersects(r.readers, :scope) and r.code = :code",
                        Short.class)
                .setParameter("code", code)
                .uniqueResultOptional()
                .orElseThrow(() -> ProblemException.invalid(unknown(caller, pointer, code)));
    }

    /** That nobody knows a gate of this code; none where it is there, or where no gate is named. */
    public List<Fault> faults(Caller caller, String pointer, @Nullable String code) {
        return code == null || find(caller, code).isPresent() ? List.of() : List.of(unknown(caller, pointer, code));
    }

    private Fault unknown(Caller caller, String pointer, String code) {
        return GateNumbers.unknown(pointer, code, allCodes(caller));
    }

    /** The gates that there are now, for who reads many codes at once. */
    public GateNumbers numbers(Caller caller) {
        Map<String, Short> numbers = new HashMap<>();
        query(caller, "select r.code, r.number from Gate r where array_intersects(r.readers, :scope)", Object[].class)
                .getResultStream()
                .forEach(row -> numbers.put((String) row[0], (Short) row[1]));
        return new GateNumbers(numbers);
    }

    /** The code of the gate that figures name by this number; null for {@link #NONE}. */
    public @Nullable String code(Caller caller, short number) {
        if (number == NONE) {
            return null;
        }
        String known = codes.get(number);
        if (known != null) {
            return known;
        }
        String found = query(
                        caller,
                        "select r.code from Gate r where array_intersects(r.readers, :scope) and r.number = :number",
                        String.class)
                .setParameter("number", number)
                .getSingleResult();
        codes.put(number, found);
        return found;
    }

    /**
     * Whether the gate is open on a day.
     *
     * @param measures its measures, as far as they hold on that day or all of them
     */
    Openness openness(Caller caller, Gate gate, List<GateMeasure> measures, LocalDate day) {
        var calendar =
                new MeasureCalendar(gate.code(), Period.parse(gate.since()).orElse(null), measures);
        List<SideOpenness> sides = gate.sides().stream()
                .map(GateSide::region)
                .map(region -> calendar.side(region, country(caller, region), day))
                .toList();
        return Openness.of(gate.code(), day, sides);
    }

    /**
     * Ids of the gates that are known to be open on a day. There are some hundreds of gates along a border, so all are looked at, with
     * the measures of that day alone.
     */
    UUID[] openOn(Caller caller, LocalDate day) {
        Map<UUID, List<GateMeasure>> measures = query(caller, MEASURES_OF_A_DAY, Object[].class)
                .setParameter("day", day)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (UUID) row[0], Collectors.mapping(row -> (GateMeasure) row[1], Collectors.toList())));
        return query(caller, "from Gate r where array_intersects(r.readers, :scope)", Gate.class)
                .getResultStream()
                .filter(gate -> openness(caller, gate, measures.getOrDefault(gate.id(), List.of()), day)
                        .isKnownToBeOpen())
                .map(Gate::id)
                .toArray(UUID[]::new);
    }

    private static String country(Caller caller, String region) {
        return caller.regions().history(region).get(0).country();
    }

    private List<String> allCodes(Caller caller) {
        return query(
                        caller,
                        "select r.code from Gate r where array_intersects(r.readers, :scope) order by r.code",
                        String.class)
                .getResultList();
    }
}
