package io.provincelink.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.JsonFaults;
import io.provincelink.kit.problem.ProblemException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.Set;

/** RFC 7396: what the patch names replaces, null removes, the rest stays. The result is read and validated like a whole draft. */
@Singleton
public class MergePatch {

    /** The media type of a patch; plain JSON is taken too. */
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private final ObjectMapper json;
    private final Validator validator;

    public MergePatch(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** @throws ProblemException 400 when the patch is not an object or its result is not a valid draft */
    public <D> D apply(D draft, JsonNode patch, Class<D> type) {
        if (!(patch instanceof ObjectNode)) {
            throw ProblemException.invalid(Fault.at("", "wrong-type", "object"));
        }
        JsonNode merged = merge(json.valueToTree(draft), patch);
        D result = read(merged, type);
        Set<ConstraintViolation<D>> violations = validator.validate(result);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return result;
    }

    /** A value as the API writes it. */
    public JsonNode tree(Object value) {
        return json.valueToTree(value);
    }

    private <D> D read(JsonNode merged, Class<D> type) {
        try {
            return json.treeToValue(merged, type);
        } catch (JsonProcessingException wrongValue) {
            throw JsonFaults.problem(wrongValue);
        }
    }

    private JsonNode merge(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        ObjectNode result = target instanceof ObjectNode object ? object.deepCopy() : json.createObjectNode();
        changes.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                result.remove(change.getKey());
            } else {
                JsonNode before = result.path(change.getKey());
                result.set(change.getKey(), merge(before, change.getValue()));
            }
        });
        return result;
    }
}
