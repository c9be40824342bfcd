package io.provincelink.trade.load;

import io.provincelink.kit.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bytes of a file on their way in: counted for whoever asks how far it is, digested, and stopped when the load is. */
final class LoadBody extends InputStream {

    private final InputStream body;
    private final long limit;
    private final MessageDigest digest;
    private volatile long bytes;
    private volatile boolean cancelled;

    LoadBody(InputStream body, long limit) {
        this.body = body;
        this.limit = limit;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /**
     * @throws Cancelled when the load does not run any more
     * @throws BrokenOff when the client is gone
     * @throws ProblemException 413
     */
    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (cancelled) {
            throw new Cancelled();
        }
        int read;
        try {
            read = body.read(into, offset, length);
        } catch (IOException gone) {
            throw new BrokenOff(gone);
        }
        if (read > 0) {
            digest.update(into, offset, read);
            count(read);
        }
        return read;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes it
    private void count(int read) {
        bytes += read;
        if (bytes > limit) {
            throw ProblemException.of(LoadProblem.LOAD_TOO_LARGE, limit >> 20);
        }
    }

    long bytes() {
        return bytes;
    }

    /** The digest of all bytes, once. */
    String digest() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Asks the reader to stop; it does before its next bytes. */
    void cancel() {
        cancelled = true;
    }

    /** The client is gone, or does not send any more. */
    static final class BrokenOff extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BrokenOff(IOException cause) {
            super(cause);
        }
    }

    /** The load was cancelled, or given up by another instance. */
    static final class Cancelled extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Cancelled() {
            super("the load does not run any more", null, false, false);
        }
    }
}
