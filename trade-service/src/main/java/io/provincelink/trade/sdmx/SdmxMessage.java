package io.provincelink.trade.sdmx;

import java.io.IOException;
import java.io.OutputStream;

/** An answer that writes itself. */
public interface SdmxMessage {

    /** Whether it may be of any length, so that it is sent while it is read. */
    boolean isLong();

    /** Never closes the stream: what fails on the way must break the answer off instead of ending it. */
    void write(OutputStream out) throws IOException;
}
