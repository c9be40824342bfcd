package io.provincelink.kit.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.std.JsonNodeDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.JsonFaults;
import io.provincelink.kit.problem.ProblemException;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;

/** How strictly JSON is read: a misspelt field, a number in quotes or a second value of one key is an error, never a guess. */
@Singleton
@SuppressWarnings("deprecation") // the mapper exists already; its builder does not
public class JsonRules implements ObjectMapperCustomizer {

    /** Last, since of two modules that read a type the later one does. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_IGNORED_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature())
                // 1.50 stays 1.50 on the way through a tree, or a patch of something else would change it
                .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false)
                .addHandler(new ReadingOn.UnknownFields())
                // the last one added is asked first
                .addHandler(new ReadBackFields())
                .registerModule(new SimpleModule("strict-text")
                        .setDeserializerModifier(new ReadingOn())
                        .addDeserializer(JsonNode.class, new StrictTree())
                        .addDeserializer(String.class, new StrictText())
                        .addDeserializer(BigDecimal.class, new StrictNumber())
                        .addDeserializer(LocalDate.class, new StrictTime<>(LocalDate.class, StrictTimes::day))
                        .addDeserializer(
                                LocalDateTime.class, new StrictTime<>(LocalDateTime.class, StrictTimes::dayAndTime))
                        .addDeserializer(YearMonth.class, new StrictTime<>(YearMonth.class, StrictTimes::month)));
    }

    /** A tree of any shape; an exponent that no number can have is the sender's fault, not ours. */
    private static final class StrictTree extends StdDeserializer<JsonNode> {

        private static final long serialVersionUID = 1L;

        StrictTree() {
            super(JsonNode.class);
        }

        @Override
        public JsonNode deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            try {
                return (JsonNode)
                        JsonNodeDeserializer.getDeserializer(JsonNode.class).deserialize(parser, context);
            } catch (NumberFormatException beyondEveryNumber) {
                throw ProblemException.invalid(Fault.at("", "too-large-number"));
            } catch (StreamConstraintsException tooLong) {
                if (JsonFaults.isTooLongNumber(tooLong)) {
                    throw ProblemException.invalid(Fault.at(ReadingFaults.pointer(parser), "too-large-number"));
                }
                throw tooLong;
            }
        }

        @Override
        public JsonNode getNullValue(DeserializationContext context) {
            return context.getNodeFactory().nullNode();
        }
    }

    /**
     * A number with so many digits before or after its point that nothing can write it out is refused: what checks or keeps numbers
     * counts digits in an int, which it would overflow.
     */
    private static final class StrictNumber extends StdScalarDeserializer<BigDecimal> {

        private static final long serialVersionUID = 1L;
        private static final long MOST_DIGITS = 200;

        StrictNumber() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.currentToken().isNumeric()) {
                return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, parser);
            }
            BigDecimal number = parser.getDecimalValue();
            if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
                throw new InputCoercionException(
                        parser, "more digits than a number may have", parser.currentToken(), BigDecimal.class);
            }
            // 5e4 is kept as it will be written, 50000, so that the same said again is the same
            return number.scale() < 0 ? number.setScale(0) : number;
        }
    }

    /** PostgreSQL keeps neither U+0000 nor half a surrogate pair, so both are refused at the door. */
    private static final class StrictText extends StdScalarDeserializer<String> {

        private static final long serialVersionUID = 1L;

        StrictText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.currentToken().isScalarValue()
                    || parser.currentToken().isNumeric()
                    || parser.currentToken().isBoolean()) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            String text = parser.getText();
            if (!Characters.areStorable(text)) {
                return (String) context.handleWeirdStringValue(String.class, text, "U+0000 or half a surrogate pair");
            }
            return text;
        }
    }

    /** By default a day may also be an array, a number of days, or an instant of which the rest is cut off. */
    private static final class StrictTime<T> extends StdScalarDeserializer<T> {

        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> read;

        StrictTime(Class<T> type, Function<String, T> read) {
            super(type);
            this.read = read;
        }

        @Override
        @SuppressWarnings("unchecked") // what the context answers with is of the type that it is asked for
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(handledType(), parser);
            }
            try {
                return read.apply(parser.getText());
            } catch (DateTimeException unreadable) {
                return (T) context.handleWeirdStringValue(handledType(), parser.getText(), "not in its one form");
            }
        }
    }

    /** Passes over what {@link ReadBack} names. */
    private static final class ReadBackFields extends DeserializationProblemHandler {

        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser parser,
                JsonDeserializer<?> deserializer,
                Object beanOrClass,
                String field)
                throws IOException {
            Class<?> type = beanOrClass instanceof Class<?> itself ? itself : beanOrClass.getClass();
            ReadBack known = type.getAnnotation(ReadBack.class);
            if (known == null || !List.of(known.value()).contains(field)) {
                return false;
            }
            parser.skipChildren();
            return true;
        }
    }
}
