package io.provincelink.agreements.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.agreements.agreement.AgreementMother;
import io.provincelink.agreements.povertylist.PovertyListMother;
import io.provincelink.agreements.twinning.TwinningMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A record whose draft tells no day any more goes on meaning the units that it meant, also where one of them is closed today. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class UndatedRecordTest {

    private final Api editor = Api.checked().as("XA.01", "reader", "editor").with("If-Match", "*");
    private final Database database = new Database();

    private void changes(String table, String draft, String undated) {
        String address = editor.post("/api/v1/" + table.replace('_', '-') + "s", draft)
                .expect(201)
                .header("Location");
        UUID id = UUID.fromString(editor.get(address).at("/id"));
        Object day = database.rows("select anchor from " + table + " where id = ?", id);

        editor.patch(address, undated).expect(200);
        editor.patch(address, "{\"note\": {\"en\": \"Changed\"}}").expect(200);

        assertThat(database.rows("select anchor from " + table + " where id = ?", id))
                .isEqualTo(day);
    }

    @Test
    void a_twinning_of_a_closed_district() {
        changes("twinning", TwinningMother.districts(), "{\"since\": null}");
    }

    @Test
    void an_agreement_of_a_closed_district() {
        String draft = AgreementMother.unsigned(AgreementMother.code())
                .replace("PROVINCIAL", "DISTRICT")
                .replace("XA.01", "XA.011")
                .replace("XB.010100", "XB.010101");
        changes("agreement", draft, "{\"source\": null}");
    }

    @Test
    void a_list_of_closed_districts() {
        changes("poverty_list", PovertyListMother.districts(), "{\"since\": null}");
    }
}
