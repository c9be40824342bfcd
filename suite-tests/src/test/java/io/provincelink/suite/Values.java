package io.provincelink.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes up values of schemas: mostly such as a client might send, often at their limits, now and then such as nobody should. */
final class Values {

    private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);
    private static final int DEEPEST = 6;

    /** Longer texts than this are made of a limit only where it is a limit for a text, not for a whole body. */
    private static final int LONGEST = 20_000;

    private static final List<String> STRANGE = List.of(
            "",
            " ",
            "\u0000",
            "\ud800",
            "\ufeff",
            "\u202eabc",
            "x".repeat(5_000),
            "đ🇻🇳文",
            "'; drop table programme; --",
            "%",
            "%00",
            "..",
            "a/b",
            "*",
            "\\",
            "null",
            "NaN",
            "-1",
            "1e400",
            "1e-400",
            "99999999999999999999",
            "2147483648",
            "2021-02-30",
            "0000-01-01",
            "-0001-01-01",
            "+999999999-12-31",
            "9999-12-31",
            "2021/2020",
            "P9999999999Y",
            "<script>alert(1)</script>",
            "${jndi:ldap://127.0.0.1/x}",
            "a,b,,c",
            ",",
            "[1",
            "{\"a\":1}");

    private final Random random;
    private final JsonNode contract;
    private final Known known;
    private final Vocabulary words;

    Values(Random random, JsonNode contract, Known known) {
        this.random = random;
        this.contract = contract;
        this.known = known;
        this.words = new Vocabulary(random);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    String strange() {
        return oneOf(STRANGE);
    }

    /** A key of a record of the collection's, where one is known. */
    String key(String collection) {
        String key = known.key(collection, random);
        return key.isEmpty() ? words.uuid() : key;
    }

    /** A parameter as text. */
    String text(String name, JsonNode schema) {
        if (chance(12)) {
            return strange();
        }
        JsonNode value = value(name, schema, 0);
        return value.isValueNode() ? value.asText() : value.toString();
    }

    /** A value for a property or parameter of this name. */
    JsonNode value(String name, JsonNode described, int depth) {
        JsonNode schema = resolved(described);
        if (chance(2)) {
            return wrong();
        }
        if (schema.has("example") && chance(50)) {
            return schema.path("example");
        }
        if (schema.has("enum")) {
            return schema.path("enum").path(random.nextInt(schema.path("enum").size()));
        }
        for (String choice : List.of("anyOf", "oneOf", "allOf")) {
            if (schema.has(choice)) {
                return value(name, choice(choice, schema.path(choice)), depth);
            }
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(name, schema, depth);
            case "integer" -> integer(schema);
            case "number" -> number(schema);
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "null" -> JSON.nullNode();
            default -> JSON.textNode(string(name, schema));
        };
    }

    /** What all of must hold begins with what it is; else mostly the first that is not null. */
    private JsonNode choice(String kind, JsonNode choices) {
        return choices.path(kind.equals("allOf") || chance(80) ? 0 : random.nextInt(choices.size()));
    }

    private JsonNode resolved(JsonNode schema) {
        JsonNode at = schema;
        while (at.has("$ref")) {
            at = contract.at(at.path("$ref").asText().substring(1));
        }
        return at;
    }

    private String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return type.path(chance(85) ? 0 : random.nextInt(type.size())).asText();
        }
        return type.isMissingNode() ? (schema.has("properties") ? "object" : "string") : type.asText();
    }

    private JsonNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties").properties().forEach(property -> {
            boolean wanted = required.contains(property.getKey()) ? chance(97) : chance(depth < 2 ? 45 : 25);
            if (wanted && depth < DEEPEST) {
                object.set(property.getKey(), value(property.getKey(), property.getValue(), depth + 1));
            }
        });
        if (chance(1)) {
            object.put("unheardOf", 1);
        }
        return object;
    }

    private JsonNode array(String name, JsonNode schema, int depth) {
        ArrayNode array = JSON.arrayNode();
        int least = schema.path("minItems").asInt(0);
        int most = schema.path("maxItems").asInt(2_000);
        int size = chance(2) ? oneOf(List.of(least - 1, most, most + 1)) : least + random.nextInt(3);
        JsonNode item = value(name, schema.path("items"), depth + 1);
        for (int i = 0; i < Math.min(size, 3_000); i++) {
            array.add(size > 20 ? item : value(name, schema.path("items"), depth + 1));
        }
        return array;
    }

    private JsonNode integer(JsonNode schema) {
        long least = schema.path("minimum").asLong(0);
        long most = schema.path("maximum").asLong(1_000);
        return switch (random.nextInt(10)) {
            case 0 -> JSON.numberNode(least);
            case 1 -> JSON.numberNode(most);
            case 2 -> JSON.numberNode(BigInteger.valueOf(least).subtract(BigInteger.ONE));
            case 3 -> JSON.numberNode(BigInteger.valueOf(most).add(BigInteger.ONE));
            default -> JSON.numberNode(least + Math.floorMod(random.nextLong(), Math.max(1, most - least)));
        };
    }

    private JsonNode number(JsonNode schema) {
        return switch (random.nextInt(10)) {
            case 0 -> JSON.numberNode(schema.path("maximum").decimalValue());
            case 1 -> JSON.numberNode(schema.path("minimum").decimalValue());
            case 2 -> JSON.numberNode(new BigDecimal("1e300"));
            case 3 -> JSON.numberNode(new BigDecimal("0.00000000000000000001"));
            case 4 -> JSON.numberNode(BigDecimal.valueOf(random.nextInt(1_000_000), 4));
            default -> JSON.numberNode(random.nextInt(1_000_000));
        };
    }

    /** Of another type, or out of all bounds. */
    JsonNode wrong() {
        return switch (random.nextInt(9)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.arrayNode();
            case 2 -> JSON.objectNode();
            case 3 -> JSON.booleanNode(true);
            case 4 -> JSON.numberNode(-1);
            case 5 -> JSON.numberNode(BigInteger.TWO.pow(70));
            case 6 -> JSON.numberNode(new BigDecimal("0.1"));
            default -> JSON.textNode(strange());
        };
    }

    private String string(String name, JsonNode schema) {
        int most = schema.path("maxLength").asInt(0);
        if (most > 0 && most < LONGEST && chance(8)) {
            return words.ofLength(most + random.nextInt(2));
        }
        String pattern = schema.path("pattern").asText();
        if (!pattern.isEmpty() && chance(70)) {
            return words.like(pattern);
        }
        return words.called(name, schema.path("format").asText()).orElseGet(() -> key(name));
    }
}
