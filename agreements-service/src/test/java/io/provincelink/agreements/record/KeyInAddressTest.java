package io.provincelink.agreements.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.agreements.agreement.AgreementMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A partner's keys are often numbers of documents, which have slashes in them. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class KeyInAddressTest {

    private static final String ALL = "/api/v1/agreements";
    private static final String KEYS = ALL + "/by-external-id/dms.xa/";

    // the contract's reader of paths takes an encoded slash for one that divides
    private final Api editor = Api.unchecked().as("XA.01", "reader", "editor");

    private static String encoded(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"12/2026/QĐ-UBND", "a\\b", "a;b=c", "50%", "x%2Fy", "/x//y/", "a?b#c", "a+b&c", "沪办〔2026〕3号"})
    void it_is_percent_encoded_and_read_once(String number) {
        String key = number + UUID.randomUUID();
        String draft = AgreementMother.shared(AgreementMother.code());

        var created = editor.put(KEYS + encoded(key), draft).expect(201);

        assertThat(created.at("/externalIds/0/id")).isEqualTo(key);
        var read = editor.get(KEYS + encoded(key)).expect(200);
        assertThat(read.at("/id")).isEqualTo(created.at("/id"));
        assertThat(editor.get(ALL + "?externalId=" + encoded("dms.xa:" + key))
                        .expect(200)
                        .at("/items/0/id"))
                .isEqualTo(created.at("/id"));
        editor.with("If-Match", created.etag()).put(KEYS + encoded(key), draft).expect(200);
    }

    @Test
    void it_leads_to_no_other_address() {
        String code = AgreementMother.code();
        editor.post(ALL, AgreementMother.shared(code)).expect(201);

        editor.get(KEYS + "..%2F..%2F" + code).expect(404);
        editor.get(KEYS + "..%252F..%252F" + code).expect(404);
        editor.get(KEYS + "x%2F..%2F..%2F..%2F..%2Freview-part").expect(404);
        editor.get(ALL + "/" + code + "%2Fhistory").expect(404);
        editor.get(ALL + "%2F" + code).expect(404);
    }
}
