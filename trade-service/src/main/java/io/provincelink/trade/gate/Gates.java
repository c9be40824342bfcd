package io.provincelink.trade.gate;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.time.Today;
import io.provincelink.record.RecordStore;
import io.provincelink.record.Records;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All gates. */
@Singleton
public class Gates extends Records<Gate> {

    /** What figures keep where no gate is named. */
    public static final short NONE = 0;

    private final Today today;

    /** Codes by number. Neither ever changes and everybody may see them, so a list of figures need not ask again. */
    private final Map<Short, String> codes = new ConcurrentHashMap<>();

    public Gates(RecordStore store, Today today) {
        super(Gate.class, "gates", store);
        this.today = today;
    }

    @Override
    protected Object snapshot(Gate gate) {
        return GateView.of(gate, today.get());
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

    private List<String> allCodes(Caller caller) {
        return query(
                        caller,
                        "select r.code from Gate r where array_intersects(r.readers, :scope) order by r.code",
                        String.class)
                .getResultList();
    }
}
