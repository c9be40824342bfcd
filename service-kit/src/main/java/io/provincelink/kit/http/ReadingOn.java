package io.provincelink.kit.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.type.ArrayType;
import com.fasterxml.jackson.databind.type.CollectionType;
import java.io.IOException;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets the reading of a body go on behind a value that cannot be read, so that all faults are found at once. Each value is read as ever;
 * only when that fails, and {@link ReadingFaults} are collected, the rest of the value is passed over and null stands for it.
 */
final class ReadingOn extends BeanDeserializerModifier {

    private static final long serialVersionUID = 1L;

    @Override
    public JsonDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription type, JsonDeserializer<?> reader) {
        return new Value(reader);
    }

    @Override
    public JsonDeserializer<?> modifyEnumDeserializer(
            DeserializationConfig config, JavaType type, BeanDescription description, JsonDeserializer<?> reader) {
        return new Value(reader);
    }

    @Override
    public JsonDeserializer<?> modifyCollectionDeserializer(
            DeserializationConfig config,
            CollectionType type,
            BeanDescription description,
            JsonDeserializer<?> reader) {
        return new Value(reader);
    }

    @Override
    public JsonDeserializer<?> modifyArrayDeserializer(
            DeserializationConfig config, ArrayType type, BeanDescription description, JsonDeserializer<?> reader) {
        return new Value(reader);
    }

    /** A field that nobody knows is passed over. */
    static final class UnknownFields extends DeserializationProblemHandler {

        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser parser,
                JsonDeserializer<?> reader,
                Object beanOrClass,
                String name)
                throws IOException {
            ReadingFaults faults = ReadingFaults.of(context);
            if (faults == null || faults.isFull()) {
                return false;
            }
            Collection<Object> known = reader.getKnownPropertyNames();
            faults.unknownField(
                    name,
                    known == null
                            ? ""
                            : known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", ")));
            parser.skipChildren();
            return true;
        }
    }

    private static final class Value extends DelegatingDeserializer {

        private static final long serialVersionUID = 1L;

        Value(JsonDeserializer<?> reader) {
            super(reader);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> reader) {
            return new Value(reader);
        }

        @Override
        public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            ReadingFaults faults = ReadingFaults.of(context);
            if (faults == null) {
                return super.deserialize(parser, context);
            }
            JsonStreamContext inside = parser.currentToken().isStructStart() ? parser.getParsingContext() : null;
            try {
                return deserialize(parser, context, faults, inside);
            } catch (JsonProcessingException unreadable) {
                if (!faults.canNote(unreadable)) {
                    throw unreadable;
                }
                if (inside != null) {
                    passOver(parser, inside);
                }
                faults.note(ReadingFaults.pointer(parser), unreadable);
                return isPrimitive() ? getEmptyValue(context) : null;
            }
        }

        private @Nullable Object deserialize(
                JsonParser parser,
                DeserializationContext context,
                ReadingFaults faults,
                @Nullable JsonStreamContext inside)
                throws IOException {
            if (inside == null) {
                return super.deserialize(parser, context);
            }
            faults.enter(inside);
            try {
                return super.deserialize(parser, context);
            } finally {
                faults.leave();
            }
        }

        private boolean isPrimitive() {
            Class<?> type = handledType();
            return type != null && type.isPrimitive();
        }

        /** To the value's last token, whether its reader stopped at the first one or somewhere deep inside. */
        private static void passOver(JsonParser parser, JsonStreamContext inside) throws IOException {
            while (parser.currentToken() != null && isWithin(inside, parser.getParsingContext())) {
                parser.nextToken();
            }
        }

        private static boolean isWithin(JsonStreamContext inside, @Nullable JsonStreamContext at) {
            for (JsonStreamContext around = at; around != null; around = around.getParent()) {
                if (around == inside) {
                    return true;
                }
            }
            return false;
        }
    }
}
