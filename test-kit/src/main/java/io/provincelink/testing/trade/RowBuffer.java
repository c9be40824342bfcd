package io.provincelink.testing.trade;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Puts rows together as bytes. */
final class RowBuffer {

    static final byte[] CURRENCY = ",USD,".getBytes(StandardCharsets.US_ASCII);
    static final byte[] PROVISIONAL = ",PROVISIONAL\n".getBytes(StandardCharsets.US_ASCII);
    static final byte[] FINAL = ",FINAL\n".getBytes(StandardCharsets.US_ASCII);
    static final byte[] ESTIMATED = ",ESTIMATED\n".getBytes(StandardCharsets.US_ASCII);

    private static final int LONGEST_PUT = 256;

    private final OutputStream out;
    private final byte[] bytes = new byte[64 * 1024];
    private final byte[] digits = new byte[20];
    private int length;

    RowBuffer(OutputStream out) {
        this.out = out;
    }

    void put(byte[] text) throws IOException {
        if (length + LONGEST_PUT > bytes.length) {
            flush();
        }
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
    }

    void put(byte character) {
        bytes[length++] = character;
    }

    /** With zeros before it. */
    void digits(int number, int count) {
        int rest = number;
        for (int i = count - 1; i >= 0; i--) {
            bytes[length + i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += count;
    }

    void number(long number) {
        int count = 0;
        long rest = number;
        do {
            digits[count++] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest != 0);
        while (count > 0) {
            bytes[length++] = digits[--count];
        }
    }

    /** An amount with two decimals. */
    void cents(long cents) {
        number(cents / 100);
        put((byte) '.');
        digits((int) (cents % 100), 2);
    }

    void flush() throws IOException {
        out.write(bytes, 0, length);
        length = 0;
    }
}
