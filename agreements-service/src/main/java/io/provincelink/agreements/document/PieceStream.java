package io.provincelink.agreements.document;

import io.provincelink.kit.problem.ProblemException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;

/** Bytes of a file that lies in pieces; one piece is in memory at a time, asked for when the reader has come to it. */
final class PieceStream extends InputStream {

    private final IntFunction<Optional<byte[]>> pieces;
    private final long to;
    private long at;
    private int part = -1;
    private byte[] piece = {};

    /** @param range which bytes, at least one */
    PieceStream(IntFunction<Optional<byte[]>> pieces, ByteRange range) {
        this.pieces = pieces;
        this.at = range.from();
        this.to = range.to();
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (at > to) {
            return -1;
        }
        load((int) (at / Documents.PIECE));
        int first = (int) (at % Documents.PIECE);
        int given = (int) Math.min(Math.min(length, piece.length - first), to - at + 1);
        System.arraycopy(piece, first, target, offset, given);
        at += given;
        return given;
    }

    /**
     * Fetches the first piece, so that what is wrong is known before the head of the answer is on its way.
     *
     * @throws ProblemException 404 when there is none that the caller may see
     */
    PieceStream begun() {
        load((int) (at / Documents.PIECE));
        return this;
    }

    /** Who may not see the agreement any more in the middle of a download gets no more of it. */
    private void load(int wanted) {
        if (wanted != part) {
            piece = pieces.apply(wanted).orElseThrow(ProblemException::notFound);
            part = wanted;
        }
    }
}
