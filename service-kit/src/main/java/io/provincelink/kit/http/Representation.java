package io.provincelink.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Which of the possible forms of an answer the present request gets: all fields or some, compressed or plain. Both belong to the ETag. */
@RequestScoped
public class Representation {

    private static final String ID = "id";
    private static final int BYTES = 16;

    private final HttpHeaders headers;
    private final ObjectMapper json;
    private final boolean compresses;
    private final String contractVersion;
    private @Nullable TreeSet<String> fields;

    public Representation(
            HttpHeaders headers,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.http.enable-compression", defaultValue = "false") boolean compresses,
            @ConfigProperty(name = "quarkus.smallrye-openapi.info-version") String contractVersion) {
        this.headers = headers;
        this.json = json;
        this.compresses = compresses;
        this.contractVersion = contractVersion;
    }

    /**
     * Leaves only these of the view's fields in the answer, and its id.
     *
     * @param names comma separated
     * @throws ProblemException 400 naming the known ones
     */
    void select(List<String> names, Class<?> view) {
        List<String> known =
                json.getSerializationConfig().introspect(json.constructType(view)).findProperties().stream()
                        .map(BeanPropertyDefinition::getName)
                        .toList();
        TreeSet<String> asked = new TreeSet<>();
        names.forEach(
                some -> Arrays.stream(some.split(",", -1)).map(String::strip).forEach(asked::add));
        if (!known.containsAll(asked)) {
            throw ProblemException.invalid(Fault.at("?fields", "unknown-field", String.join(", ", known)));
        }
        asked.add(ID);
        fields = asked;
    }

    /** What of the request decides the bytes; empty for the plain whole. */
    List<String> key() {
        List<String> key = new ArrayList<>();
        if (fields != null) {
            key.addAll(fields);
        }
        if (compresses && Coding.isGzip(headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING))) {
            key.add("gzip;");
        }
        return key;
    }

    /** Whether this field of the view is in the answer. */
    boolean shows(String field) {
        return fields == null || fields.contains(field);
    }

    /** The view, with the fields that were asked for. */
    Object shown(Object view) {
        return isWhole() ? view : pruned(view);
    }

    boolean isWhole() {
        return fields == null;
    }

    /** The view, or each view of the page, with the fields that were asked for. */
    JsonNode pruned(Object answer) {
        JsonNode tree = json.valueToTree(answer);
        if (answer instanceof Page<?>) {
            tree.path("items").forEach(this::prune);
        } else {
            prune(tree);
        }
        return tree;
    }

    private void prune(JsonNode view) {
        if (fields != null && view instanceof ObjectNode object) {
            object.retain(fields);
        }
    }

    String written(Object answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException notSerializable) {
            throw new IllegalStateException(notSerializable);
        }
    }

    /** The entity tag of a list: a hash of all that it says, so that it is true whatever the items depend on. */
    ETag tag(String written) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((contractVersion + key()).getBytes(StandardCharsets.UTF_8));
            digest.update(written.getBytes(StandardCharsets.UTF_8));
            return new ETag(0, HexFormat.of().formatHex(digest.digest(), 0, BYTES));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
