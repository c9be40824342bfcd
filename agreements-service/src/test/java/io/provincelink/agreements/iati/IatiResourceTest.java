package io.provincelink.agreements.iati;

import static io.provincelink.agreements.assistance.AssistanceProjectMother.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.agreements.assistance.AssistanceProjectMother;
import io.provincelink.agreements.organisation.OrganisationMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class IatiResourceTest {

    private static final String ALL = "/api/v1/assistance-projects";
    private static final String XML = "application/xml";

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.011", "reader", "editor");
    private final Api reader = anonymous.as("XA.011", "reader");
    private final Api xml = reader.with("Accept", XML);

    private String organisation;

    @BeforeEach
    void anOrganisation() {
        organisation = OrganisationMother.published(anonymous, "Giver & <Sons>");
    }

    private String shared() {
        return AssistanceProjectMother.shared(organisation);
    }

    private String recorded(String project) {
        return editor.post(ALL, project).expect(201).header("Location");
    }

    private String read(String address) {
        return xml.get(address).expect(200).response().asString();
    }

    private static String valid(String file) {
        assertThat(IatiSchema.faults(file)).as(file).isEmpty();
        return file;
    }

    @Test
    void the_schema_refuses_what_is_none() {
        assertThat(IatiSchema.faults("<iati-activities version=\"2.03\"/>")).isNotEmpty();
        assertThat(IatiSchema.faults("<iati-activities version=\"2.03\"><iati-activity/></iati-activities>"))
                .isNotEmpty();
    }

    @Test
    void a_project_is_a_valid_activity_with_all_that_it_says() {
        String address = recorded(shared());
        editor.post(address + "/transactions", transaction("COMMITMENT", "2016-02-01", "900000", "VND"))
                .expect(201);
        editor.post(
                        address + "/transactions",
                        transaction("DISBURSEMENT", "2016-03-01", "907000.5", "VND")
                                .replaceFirst("\\{", "{\"reference\": \"B-1\", \"note\": {\"vi\": \"Đợt 1\"}, "))
                .expect(201);
        editor.post(address + "/transactions", transaction("EXPENDITURE", "2017-03-01", "12.25", "USD"))
                .expect(201);

        String file = valid(read(address));

        assertThat(IatiSchema.texts(file, "//iati-activities/@version")).containsExactly("2.03");
        assertThat(IatiSchema.texts(file, "//iati-activity/@default-currency")).containsExactly("VND");
        assertThat(IatiSchema.texts(file, "//iati-activity/title/narrative[@*='vi']"))
                .containsExactly("Dự án");
        assertThat(IatiSchema.texts(file, "//participating-org[@role='1']/narrative"))
                .containsExactly("Giver & <Sons>");
        assertThat(IatiSchema.texts(file, "//participating-org[@role='1']/@type"))
                .containsExactly("21");
        assertThat(IatiSchema.texts(file, "//participating-org[@role='4']/@ref"))
                .containsExactly("PROVINCELINK-XA.011");
        assertThat(IatiSchema.texts(file, "//activity-status/@code")).containsExactly("2");
        assertThat(IatiSchema.texts(file, "//activity-date/@type")).containsExactly("2", "3");
        assertThat(IatiSchema.texts(file, "//location/@ref")).containsExactly("XA.01101");
        assertThat(IatiSchema.texts(file, "//sector[@vocabulary='2']/@code")).containsExactly("120", "110");
        assertThat(IatiSchema.texts(file, "//sector/@percentage")).containsExactly("50.00", "50.00", "50.00", "50.00");
        assertThat(IatiSchema.texts(file, "//planned-disbursement/value")).containsExactly("1000000");
        assertThat(IatiSchema.texts(file, "//transaction-type/@code")).containsExactly("2", "3", "4");
        assertThat(IatiSchema.texts(file, "//transaction/value")).containsExactly("900000", "907000.5", "12.25");
        assertThat(IatiSchema.texts(file, "//transaction/value/@currency")).containsExactly("VND", "VND", "USD");
        assertThat(IatiSchema.texts(file, "//transaction/@ref")).containsExactly("B-1");
    }

    @Test
    void a_result_has_its_baseline_target_and_actual_figure() {
        String file = valid(read(recorded(shared())));

        assertThat(IatiSchema.texts(file, "//result/@type")).containsExactly("1");
        assertThat(IatiSchema.texts(file, "//indicator/baseline/@value")).containsExactly("2");
        assertThat(IatiSchema.texts(file, "//indicator/baseline/@year")).containsExactly("2016");
        assertThat(IatiSchema.texts(file, "//indicator/period/period-end/@iso-date"))
                .containsExactly("2018-12-31");
        assertThat(IatiSchema.texts(file, "//indicator/period/target/@value")).containsExactly("40");
        assertThat(IatiSchema.texts(file, "//indicator/period/actual/@value")).containsExactly("43");
        assertThat(IatiSchema.texts(file, "//actual/comment/narrative[@*='en']"))
                .containsExactly("Over this figure: it is a lower bound.");
    }

    @ParameterizedTest
    @CsvSource({"PIPELINE, 1, '1,3'", "ACTIVE, 2, '2,3'", "CLOSED, 4, '2,4'"})
    void status_and_days_have_iatis_codes(String status, String code, String dates) {
        String file = valid(read(recorded(shared().replace("\"ACTIVE\"", "\"" + status + "\""))));

        assertThat(IatiSchema.texts(file, "//activity-status/@code")).containsExactly(code);
        assertThat(String.join(",", IatiSchema.texts(file, "//activity-date/@type")))
                .isEqualTo(dates);
    }

    @Test
    void what_is_not_known_is_left_out() {
        String bare = """
                {"title": {"zh": "项目"}, "organisation": "%s", "owner": {"region": "XA.011"}, "regions": ["XA.011"],
                 "period": {"from": "2016-01-01"}, "status": "ACTIVE", "visibility": "PARTIES",
                 "outputs": [{"title": {"zh": "产出"}, "unit": "percent",
                              "target": {"value": 1, "qualifier": "RANGE", "upper": 2, "unit": "percent"}}]}
                """.formatted(organisation);

        String file = valid(read(recorded(bare)));

        for (String absent : new String[] {
            "//sector", "//budget", "//planned-disbursement", "//transaction", "//@default-currency", "//period"
        }) {
            assertThat(IatiSchema.texts(file, absent)).as(absent).isEmpty();
        }
        assertThat(IatiSchema.texts(file, "//indicator/@measure")).containsExactly("2");
        assertThat(IatiSchema.texts(file, "//reporting-org/narrative[@*='en']")).containsExactly("District A Eleven");
    }

    @Test
    void what_an_output_without_a_last_day_aims_at_is_told_in_words() {
        String open = shared().replace(", \"to\": \"2018-12-31\"", "")
                .replace(",\n \"period\": {\"from\": \"2016-01-01\"}}", "}");

        String file = valid(read(recorded(open)));

        assertThat(IatiSchema.texts(file, "//indicator/period")).isEmpty();
        assertThat(IatiSchema.texts(file, "//indicator/description/narrative[@*='en']"))
                .containsExactly("Target: 40 work; Actual: 43 work (Over this figure: it is a lower bound.); "
                        + "No last day is recorded.");
        assertThat(IatiSchema.texts(file, "//indicator/description/narrative[@*='zh']")
                        .get(0))
                .contains("40", "43", "未记录截止日期");
    }

    @Test
    void an_output_whose_period_ends_needs_no_words() {
        assertThat(IatiSchema.texts(valid(read(recorded(shared()))), "//indicator/description"))
                .isEmpty();
    }

    @Test
    void a_plan_of_one_year_is_a_budget() {
        String file = valid(read(recorded(shared().replace(
                        "\"2016-01-01\", \"to\": \"2018-12-31\"},", "\"2016-01-01\", \"to\": \"2016-12-31\"},"))));

        assertThat(IatiSchema.texts(file, "//budget/value")).containsExactly("1000000");
        assertThat(IatiSchema.texts(file, "//planned-disbursement")).isEmpty();
    }

    @Test
    void text_that_looks_like_markup_stays_text() {
        String hostile = "]]></narrative><evil a=\\\"'&amp;\\u0001\\u001b\\ufffe\\ud83d\\ude00 Đổng Xá";

        String file = valid(read(recorded(shared().replace("\"Project\"", "\"" + hostile + "\""))));

        assertThat(IatiSchema.texts(file, "//iati-activity/title/narrative[@*='en']"))
                .containsExactly("]]></narrative><evil a=\"'&amp;\ufffd\ufffd\ufffd\ud83d\ude00 Đổng Xá");
        assertThat(IatiSchema.texts(file, "//evil")).isEmpty();
    }

    @Test
    void a_list_is_one_file_of_all_that_the_filters_find() {
        for (int i = 0; i < 3; i++) {
            recorded(shared());
        }

        String file = valid(read(ALL + "?limit=1&organisation=" + organisation));

        assertThat(IatiSchema.texts(file, "//iati-activity")).hasSize(3);
    }

    @Test
    void a_long_list_is_written_piece_by_piece() {
        List<String> written = new ArrayList<>();
        for (int i = 0; i < 205; i++) {
            written.add(recorded(shared().replace(AssistanceProjectMother.OUTPUT, "")));
        }

        String file = valid(read(ALL + "?organisation=" + organisation));

        assertThat(IatiSchema.texts(file, "//iati-identifier")).hasSize(205).doesNotHaveDuplicates();
    }

    @Test
    void nothing_found_is_no_file() {
        assertThat(xml.get(ALL + "?organisation=" + organisation)
                        .expect(204)
                        .response()
                        .asString())
                .isEmpty();
    }

    @Test
    void json_is_given_unless_xml_is_asked_for() {
        String address = recorded(shared());

        for (String accept : new String[] {"*/*", "application/json", "application/json, application/xml;q=0.5"}) {
            for (String path : new String[] {address, ALL}) {
                var answer = reader.with("Accept", accept).get(path).expect(200);
                assertThat(answer.header("Content-Type")).as(accept + path).startsWith("application/json");
            }
        }
        var preferred = reader.with("Accept", "application/json;q=0.5, application/xml")
                .get(address)
                .expect(200);
        assertThat(preferred.header("Content-Type")).startsWith(XML);
        Api.unchecked()
                .as("XA.011", "reader")
                .with("Accept", "text/csv")
                .get(address)
                .expect(406);
        assertThat(xml.get(ALL).expect(200).header("Vary")).contains("Accept");
        assertThat(reader.get(ALL).expect(200).header("Vary")).contains("Accept");
    }

    @Test
    void each_form_has_its_own_etag() {
        String address = recorded(shared());
        String json = reader.get(address).expect(200).etag();
        String file = xml.get(address).expect(200).etag();

        assertThat(file).isNotEqualTo(json);
        xml.with("If-None-Match", file).get(address).expect(304);
        xml.with("If-None-Match", json).get(address).expect(200);
        reader.with("If-None-Match", file).get(address).expect(200);
        assertThat(read(address)).isEqualTo(read(address));
    }

    @Test
    void the_files_etag_follows_the_organisations_name() {
        String address = recorded(shared());
        String file = xml.get(address).expect(200).etag();

        anonymous
                .as("XA.01", "reader", "editor")
                .with("If-Match", "*")
                .patch("/api/v1/organisations/" + organisation, "{\"name\": {\"en\": \"Renamed\"}}")
                .expect(200);

        assertThat(xml.with("If-None-Match", file)
                        .get(address)
                        .expect(200)
                        .response()
                        .asString())
                .contains("Renamed");
    }

    @Test
    void what_the_caller_may_not_see_is_in_no_file() {
        String address = recorded(shared());

        for (Api other : new Api[] {anonymous, anonymous.as("XB.010100", "reader"), anonymous.as("XA", "reader")}) {
            other.with("Accept", XML).get(address).expect(404);
            other.with("Accept", XML).get(ALL + "?organisation=" + organisation).expect(204);
        }
        xml.get(ALL + "/x").expect(404);
        xml.get(ALL + "?field=MAGIC").expect(400);
    }

    @Test
    void a_hidden_organisation_is_not_named() {
        String hidden = editor.post(
                        "/api/v1/organisations",
                        OrganisationMother.ngo("Secret")
                                .replace("\"owner\": \"XA.01\"", "\"owner\": \"XA.011\"")
                                .replace("\"PARTIES\"", "\"OWN_SIDE\""))
                .expect(201)
                .at("/id");
        String address = recorded(AssistanceProjectMother.shared(hidden));
        anonymous
                .as("XA.011", "approver")
                .post(address + "/publication", "{\"to\": \"PUBLIC\"}")
                .expect(200);

        String file = valid(anonymous
                .with("Accept", XML)
                .get(address)
                .expect(200)
                .response()
                .asString());

        assertThat(file).doesNotContain("Secret");
        assertThat(valid(read(address))).contains("Secret");
    }
}
