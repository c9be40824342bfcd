package io.provincelink.trade.sdmx;

import java.time.Instant;

/** What all of SDMX's messages here have in common. */
public final class Sdmx {

    /** Who maintains all artefacts, and sends all data. */
    public static final String AGENCY = "PROVINCELINK";

    /** Of all artefacts; a change that is not just another code makes a new one. */
    public static final String VERSION = "1.0";

    /** Where the questions are, below the address of the API. */
    public static final String PATH = "sdmx/2.1";

    private Sdmx() {}

    /**
     * The state of the records that an answer tells of: it decides the bytes together with what was asked, also the date in the header,
     * so that the same state gives the same answer.
     *
     * @param version grows with each change of a record
     * @param at when the last change was
     */
    public record State(long version, Instant at) {

        /** Of a message about this state. */
        public String messageId() {
            return AGENCY + "_" + version;
        }
    }
}
