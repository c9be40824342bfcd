package io.provincelink.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.JsonFaults;
import io.provincelink.kit.problem.ProblemException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;

/** RFC 7396: what the patch names replaces, null removes, the rest stays. The result is read and validated like a whole draft. */
@Singleton
public class MergePatch {

    /** The media type of a patch; plain JSON is taken too. */
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private final ObjectMapper json;
    private final DraftReader drafts;

    public MergePatch(ObjectMapper json, DraftReader drafts) {
        this.json = json;
        this.drafts = drafts;
    }

    /** @throws ProblemException 400 when the patch is not an object or its result is not a valid draft */
    public <D> D apply(D draft, JsonNode patch) {
        return apply(draft, patch, patched -> List.of(), List.of());
    }

    /**
     * @param rules what the records that are there find wrong with the result
     * @param known what is wrong with the patch anyway
     * @throws ProblemException 400 with all faults when there are any
     */
    public <D> D apply(D draft, JsonNode patch, Function<D, List<Fault>> rules, List<Fault> known) {
        if (!(patch instanceof ObjectNode)) {
            throw ProblemException.invalid(Fault.at("", "wrong-type", "object"));
        }
        try {
            return drafts.read(merge(json.valueToTree(draft), patch), draft, rules, known);
        } catch (JsonProcessingException wrongValue) {
            throw JsonFaults.problem(wrongValue);
        } catch (IOException notOfATree) {
            throw new UncheckedIOException(notOfATree);
        }
    }

    /** What a change finds wrong with itself, but for what the record says already: a rule that came later lets the rest be changed. */
    public <D extends Draft> List<Fault> faults(D before, D draft, Anchor anchor) {
        return drafts.faults(before, draft, anchor);
    }

    /** A value as the API writes it. */
    public JsonNode tree(Object value) {
        return json.valueToTree(value);
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
