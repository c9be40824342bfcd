package io.provincelink.local.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call that puts a published fact into the suite.
 *
 * @param method POST or PUT
 * @param path of the call, {@code /api/v1/…}
 * @param file whose bytes are the body, relative to the dataset
 * @param body the body itself, where no file is given
 * @param as for whom the call is made
 * @param ifMatch {@code current} where the present version has to be named
 * @param etagOf whose version that is; the call's own path by default
 * @param unless JSON pointer into the present state: once it has a value there, the call is not made
 */
public record Step(
        String method,
        String path,
        @Nullable String file,
        @Nullable JsonNode body,
        As as,
        @Nullable String ifMatch,
        @Nullable String etagOf,
        @Nullable String unless) {

    /**
     * @param region code of the unit
     * @param roles in that unit
     */
    public record As(String region, List<String> roles) {}

    boolean needsCurrentState() {
        return ifMatch != null || unless != null;
    }

    String statePath() {
        return etagOf == null ? path : etagOf;
    }

    /** How the step is called in sentences. */
    String name() {
        return method + " " + path + (file == null ? "" : " (" + file + ")");
    }
}
