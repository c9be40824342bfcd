package io.provincelink.exchanges.practice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import io.provincelink.record.RecordRoot.Registration;
import io.provincelink.testing.Api;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Practices and adoptions to test with, as a client would send them. */
public final class PracticeMother {

    public static final String PRACTICES = "/api/v1/practices";

    private static final ObjectMapper JSON = new ObjectMapper();

    private PracticeMother() {}

    /** Offered by this region since 2016; seen by the own side. */
    public static ObjectNode practice(String region) {
        return read("""
                {"title": {"vi": "Câu lạc bộ nuôi heo đất", "zh": "存钱罐俱乐部", "en": "Piggy-bank clubs"},
                 "description": {"en": "Members save together and lend to each other."},
                 "steps": [{"en": "Found a club"}, {"en": "Save every week"}], "fields": ["POVERTY_REDUCTION", "LABOUR"],
                 "region": "%s", "offeredOn": "2016-05-01",
                 "contact": {"region": "%s", "name": {"en": "Women's union"}, "channel": "PEOPLE"},
                 "results": [{"on": "2016-12-31", "what": {"en": "Clubs founded"}, "figure": {"value": 12, "qualifier": "OVER", "unit": "piece"}}],
                 "programme": "test-programme", "agreement": "test-agreement", "note": {"en": "A note"},
                 "source": {"title": {"en": "Test"}, "publisher": "Test"}}
                """.formatted(region, region));
    }

    /** Running since 2017; seen by the own side. */
    public static ObjectNode adoption(String adopter) {
        return read("""
                {"adopter": "%s", "status": "RUNNING", "since": "2017-03-01", "note": {"en": "A note"},
                 "results": [{"on": "2017-12-31", "what": {"en": "Clubs founded here"}, "figure": {"value": 3, "qualifier": "EXACT", "unit": "piece"},
                              "source": {"title": {"en": "Test"}, "publisher": "Test"}}]}
                """.formatted(adopter));
    }

    /** Address of a practice of this region that everybody may read. */
    public static String published(Api anonymous, String region) {
        return published(anonymous, practice(region));
    }

    public static String published(Api anonymous, ObjectNode practice) {
        String region = practice.path("region").asText();
        String path = String.valueOf(anonymous
                .as(region, "editor")
                .post(PRACTICES, practice)
                .expect(201)
                .header("Location"));
        anonymous
                .as(region, "approver")
                .post(path + "/publication", "{\"to\": \"PUBLIC\"}")
                .expect(200);
        return path;
    }

    /** One that this unit offers since the day. */
    public static Practice offered(String region, Anchor anchor) {
        PracticeDraft draft = new PracticeDraft(
                null,
                Text.en("Practice"),
                null,
                null,
                null,
                region,
                anchor.day(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return new Practice(
                new Registration(
                        UUID.randomUUID(),
                        region,
                        List.of(region),
                        anchor,
                        Visibility.OWN_SIDE,
                        List.of(),
                        Instant.EPOCH),
                draft);
    }

    private static ObjectNode read(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException ourFault) {
            throw new IllegalStateException(ourFault);
        }
    }
}
