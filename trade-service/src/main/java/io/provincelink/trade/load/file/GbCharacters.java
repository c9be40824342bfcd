package io.provincelink.trade.load.file;

/** How many bytes the characters of GB18030 take: one, two or four. */
final class GbCharacters {

    static final int LONGEST = 4;
    static final int FIRST_LEAD = 0x81;
    static final int LAST_LEAD = 0xfe;

    private final byte[] bytes;

    GbCharacters(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * How long the character is that begins with a byte from {@link #FIRST_LEAD} to {@link #LAST_LEAD}.
     *
     * @param end of the bytes that are there
     * @return 0 when that is not there to be seen; 1 when it is no character
     */
    int length(int at, int end) {
        if (at + 1 >= end) {
            return 0;
        }
        int second = bytes[at + 1] & 0xff;
        if (second >= 0x40 && second <= LAST_LEAD && second != 0x7f) {
            return 2;
        }
        if (second < '0' || second > '9') {
            return 1;
        }
        if (at + 3 >= end) {
            return 0;
        }
        int third = bytes[at + 2] & 0xff;
        int fourth = bytes[at + 3] & 0xff;
        return third >= FIRST_LEAD && third <= LAST_LEAD && fourth >= '0' && fourth <= '9' ? LONGEST : 1;
    }
}
