package io.provincelink.gateway.upstream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.provincelink.kit.http.ETag;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The entity tags of composed answers. They have no version; the tag is a hash of what is answered, so that it also changes when the
 * same parts are put together in another way.
 */
@Singleton
public class AnswerTags {

    private static final int BYTES = 8;

    private final ObjectMapper json;
    private final String contractVersion;

    public AnswerTags(
            ObjectMapper json, @ConfigProperty(name = "quarkus.smallrye-openapi.info-version") String contractVersion) {
        this.json = json;
        this.contractVersion = contractVersion;
    }

    /** @param answer as it is written to the client */
    public ETag of(Object answer) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(contractVersion.getBytes(StandardCharsets.UTF_8));
            digest.update(json.writeValueAsBytes(answer));
            return new ETag(0, HexFormat.of().formatHex(digest.digest(), 0, BYTES));
        } catch (JsonProcessingException | NoSuchAlgorithmException impossible) {
            // everything in it is written in the answer too, and every JDK has the digest
            throw new IllegalStateException(impossible);
        }
    }
}
