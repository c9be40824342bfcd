package io.provincelink.kit.http;

/** How long the gateway waits for the head of an answer, in milliseconds from the end of the request on. */
public final class TimeLeft {

    public static final String HEADER = "Provincelink-Timeout";

    private TimeLeft() {}
}
