package io.provincelink.trade.sdmx.structure;

import io.provincelink.kit.words.Text;
import org.jspecify.annotations.Nullable;

/**
 * One column of the data, and the concept of the same name.
 *
 * @param mandatory whether each observation or series has it
 */
public record Component(String id, Text name, Role role, Values values, boolean mandatory) {

    /** What a component does. */
    public enum Role {
        DIMENSION,
        TIME,
        MEASURE,
        /** An attribute of a series. */
        OF_SERIES,
        /** An attribute of an observation. */
        OF_OBSERVATION
    }

    /** What a component can be: one of the codes, or anything of a type. */
    public record Values(@Nullable CodeSet codes, String type) {

        static Values of(CodeSet codes) {
            return new Values(codes, "String");
        }

        static Values of(String type) {
            return new Values(null, type);
        }
    }

    static Component dimension(String id, Text name, CodeSet codes) {
        return new Component(id, name, Role.DIMENSION, Values.of(codes), true);
    }

    static Component coded(String id, Text name, CodeSet codes) {
        return new Component(id, name, Role.OF_OBSERVATION, Values.of(codes), true);
    }

    static Component optional(String id, Text name, String type) {
        return new Component(id, name, Role.OF_OBSERVATION, Values.of(type), false);
    }

    static Component ofSeries(String id, Text name, String type) {
        return new Component(id, name, Role.OF_SERIES, Values.of(type), true);
    }

    public @Nullable CodeSet codes() {
        return values.codes();
    }

    public String type() {
        return values.type();
    }
}
