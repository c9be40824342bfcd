package io.provincelink.trade.load.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Codes that stood in a file, found again by their bytes. Made for columns that mostly repeat what stood in the row before. */
final class CodeTable {

    /** What {@link #find} answers for a code that was not put in. */
    static final int UNKNOWN = -1;

    private static final int FIRST_SIZE = 64;

    private @Nullable byte[][] keys = new byte[FIRST_SIZE][];
    private int[] values = new int[FIRST_SIZE];
    private int count;

    /** The code that was found last, most often the next one. */
    private byte[] last = {0};

    private int lastValue = UNKNOWN;

    /** The value of the code in these bytes, or {@link #UNKNOWN}. */
    int find(byte[] bytes, int from, int to) {
        if (Arrays.equals(bytes, from, to, last, 0, last.length)) {
            return lastValue;
        }
        int mask = keys.length - 1;
        for (int slot = hash(bytes, from, to) & mask; ; slot = slot + 1 & mask) {
            byte[] key = keys[slot];
            if (key == null) {
                return UNKNOWN;
            }
            if (Arrays.equals(bytes, from, to, key, 0, key.length)) {
                last = key;
                lastValue = values[slot];
                return lastValue;
            }
        }
    }

    /** The value of a code, or {@link #UNKNOWN}. */
    int get(String code) {
        byte[] bytes = code.getBytes(StandardCharsets.US_ASCII);
        return find(bytes, 0, bytes.length);
    }

    /**
     * Puts a code in, unless it is there.
     *
     * @param code of ASCII characters
     * @return whether it was not there
     */
    boolean put(String code, int value) {
        if (get(code) != UNKNOWN) {
            return false;
        }
        if (++count * 2 > keys.length) {
            grow();
        }
        put(code.getBytes(StandardCharsets.US_ASCII), value);
        return true;
    }

    private void put(byte[] key, int value) {
        int mask = keys.length - 1;
        int slot = hash(key, 0, key.length) & mask;
        while (keys[slot] != null) {
            slot = slot + 1 & mask;
        }
        keys[slot] = key;
        values[slot] = value;
    }

    private void grow() {
        @Nullable byte[][] oldKeys = keys;
        int[] oldValues = values;
        keys = new byte[oldKeys.length * 2][];
        values = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            byte[] key = oldKeys[i];
            if (key != null) {
                put(key, oldValues[i]);
            }
        }
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + bytes[i];
        }
        // codes differ mostly in their last digits, which must not decide alone
        return hash ^ hash >>> 15;
    }
}
