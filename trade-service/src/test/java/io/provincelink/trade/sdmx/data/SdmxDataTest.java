package io.provincelink.trade.sdmx.data;

import static io.provincelink.trade.Drafts.trade;
import static io.provincelink.trade.Drafts.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.trade.Drafts;
import io.provincelink.trade.sdmx.SdmxSchema;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class SdmxDataTest {

    private static final String DATA = "/api/v1/sdmx/2.1/data/";
    private static final String GENERIC = "application/vnd.sdmx.genericdata+xml;version=2.1";
    private static final String SPECIFIC = "application/vnd.sdmx.structurespecificdata+xml;version=2.1";
    private static final String JSON = "application/vnd.sdmx.data+json;version=2.0.0";
    private static final String CSV = "application/vnd.sdmx.data+csv;version=2.0.0";

    private final Api api = Api.checked();
    private final Api statistician = api.as("XA.01", "editor", "statistician");

    private void report(String month, Object... fieldsAndValues) {
        statistician
                .post("/api/v1/trade-figures", with(trade(month), fieldsAndValues))
                .expect(201);
    }

    private void reportTogether(String from, String to) {
        report("1990-01", "month", null, "months", Map.of("from", from, "to", to));
    }

    /** The lines of a table, without the columns that name the flow. */
    private List<String> rows(String address) {
        String table = api.with("Accept", CSV)
                .get(DATA + address)
                .expect(200)
                .response()
                .asString();
        return table.lines().skip(1).map(line -> line.split(",I,", 2)[1]).toList();
    }

    private String xml(String accept, String address) {
        String message = api.with("Accept", accept)
                .get(DATA + address)
                .expect(200)
                .response()
                .asString();
        assertThat(SdmxSchema.faults(message)).isEmpty();
        return message;
    }

    @Test
    void a_figure_is_an_observation_of_a_series() {
        Drafts.recordGate(statistician, "sdmx-gate");
        report("1990-01", "gate", "sdmx-gate", "netKg", 12.125, "hsEdition", 1988, "status", "ESTIMATED");
        report("1990-02", "gate", "sdmx-gate", "value", 2, "status", "PROVISIONAL");

        String address = "TRADE/M.XA_01.XB_010100.EXPORT.sdmx-gate.NORMAL.08.USD?startPeriod=1990&endPeriod=1990";
        String message = xml(GENERIC, address);

        assertThat(SdmxSchema.texts(message, "//*[local-name()='SeriesKey']/*/@value"))
                .containsExactly("M", "XA_01", "XB_010100", "EXPORT", "sdmx-gate", "NORMAL", "08", "USD");
        assertThat(SdmxSchema.texts(message, "//*[local-name()='ObsDimension']/@value"))
                .containsExactly("1990-01", "1990-02");
        assertThat(SdmxSchema.texts(message, "//*[local-name()='ObsValue']/@value"))
                .containsExactly("1000.50", "2.00");
        assertThat(rows(address))
                .containsExactly(
                        "M,XA_01,XB_010100,EXPORT,sdmx-gate,NORMAL,08,USD,1990-01,1000.50,0,2,E,12.125,ORIGIN_DESTINATION,FOB,1988",
                        "M,XA_01,XB_010100,EXPORT,sdmx-gate,NORMAL,08,USD,1990-02,2.00,0,2,P,,ORIGIN_DESTINATION,FOB,");
    }

    @Test
    void each_format_says_the_same() {
        report("1991-01", "hs", "0810");
        report("1991-02", "hs", "0810", "value", 7);
        report("1991-02", "hs", "081010", "value", 3, "currency", "VND");
        String address = "TRADE/.XA_01...._Z.." + "?startPeriod=1991-01&endPeriod=1991-02";
        String all = address.replace("_Z", "");

        String generic = xml(GENERIC, all);
        String specific = xml(SPECIFIC, all);
        String timeSeries = xml("application/vnd.sdmx.generictimeseriesdata+xml;version=2.1", all);
        String ofStructure = xml("application/vnd.sdmx.structurespecifictimeseriesdata+xml;version=2.1", all);
        JsonNode json = api.with("Accept", JSON).get(DATA + all).expect(200).json();

        assertThat(SdmxSchema.texts(generic, "//*[local-name()='ObsValue']/@value"))
                .containsExactly("1000.50", "7.00", "3");
        assertThat(SdmxSchema.texts(timeSeries, "//*[local-name()='ObsValue']/@value"))
                .containsExactly("1000.50", "7.00", "3");
        assertThat(SdmxSchema.texts(specific, "//Obs/@OBS_VALUE")).containsExactly("1000.50", "7.00", "3");
        assertThat(SdmxSchema.texts(ofStructure, "//Series/@HS")).containsExactly("0810", "081010");
        assertThat(SdmxSchema.texts(ofStructure, "//Series/@DECIMALS")).containsExactly("2", "0");
        assertThat(json.at("/data/dataSets/0/series")).hasSize(2);
        JsonNode first = json.at("/data/dataSets/0/series/0:0:0:0:0:0:0:0/observations");
        assertThat(first.at("/0/0").decimalValue()).isEqualByComparingTo("1000.5");
        assertThat(first.at("/1/0").decimalValue()).isEqualByComparingTo("7");
        assertThat(json.at("/data/structures/0/dimensions/series/6/values/1/id").asText())
                .isEqualTo("081010");
        assertThat(json.at("/data/structures/0/dimensions/observation/0/values/1/id")
                        .asText())
                .isEqualTo("1991-02");
        assertThat(api.with("Accept", CSV).get(DATA + address).status()).isEqualTo(404);
    }

    @Test
    void single_observations_have_their_whole_key() {
        report("1991-05");
        String address = "TRADE?startPeriod=1991-05&endPeriod=1991-05&dimensionAtObservation=AllDimensions";

        String generic = xml(GENERIC, address);
        String specific = xml(SPECIFIC, address);
        JsonNode json = api.with("Accept", JSON).get(DATA + address).expect(200).json();

        assertThat(SdmxSchema.texts(generic, "//*[local-name()='ObsKey']/*/@value"))
                .containsExactly("M", "XA_01", "XB_010100", "EXPORT", "_X", "NORMAL", "08", "USD", "1991-05");
        assertThat(SdmxSchema.texts(specific, "//Obs/@TIME_PERIOD")).containsExactly("1991-05");
        assertThat(json.at("/data/dataSets/0/observations").fieldNames().next()).isEqualTo("0:0:0:0:0:0:0:0:0");
        api.get(DATA + address + "&format=generictimeseriesdata").expect(400);
    }

    @Test
    void months_reported_together_have_a_frequency_of_their_own() {
        report("1992-03");
        reportTogether("1992-01", "1992-02");
        reportTogether("1992-04", "1992-06");
        reportTogether("1992-07", "1992-12");

        assertThat(rows("TRADE?startPeriod=1992&endPeriod=1992").stream()
                        .map(row -> row.split(",")[0] + " " + row.split(",")[8]))
                .containsExactly("M 1992-03", "M2 1992-01-01/P2M", "Q 1992-Q2", "S 1992-S2");
        assertThat(rows("TRADE/Q+M2.......?startPeriod=1992&endPeriod=1992")).hasSize(2);
        assertThat(rows("TRADE?startPeriod=1992-02&endPeriod=1992-06")).hasSize(2);
        assertThat(xml(SPECIFIC, "TRADE?startPeriod=1992&endPeriod=1992")).contains("\"1992-01-01/P2M\"");
        assertThat(api.with("Accept", JSON)
                        .get(DATA + "TRADE/M2.......?startPeriod=1992&endPeriod=1992")
                        .at("/data/structures/0/dimensions/observation/0/values/0/end"))
                .isEqualTo("1992-02-29T23:59:59Z");
    }

    @Test
    void a_key_has_wildcards_and_several_codes() {
        report("1993-01", "hs", "0702");
        report("1993-01", "hs", "0703", "flow", "IMPORT");
        report("1993-01", "hs", "0704", "regime", "BORDER_RESIDENT");

        assertThat(rows("TRADE/......0702+0703.?startPeriod=1993-01&endPeriod=1993-01"))
                .hasSize(2);
        assertThat(rows("TRADE/M.XA_01..IMPORT....?startPeriod=1993-01&endPeriod=1993-01"))
                .hasSize(1);
        assertThat(rows("TRADE/all/XA_01+XA_02?startPeriod=1993-01&endPeriod=1993-01"))
                .hasSize(3);
        assertThat(
                        rows(
                                "PROVINCELINK,TRADE,1.0/.....BORDER_RESIDENT../PROVINCELINK/?startPeriod=1993-01&endPeriod=1993-01"))
                .hasSize(1);
        for (String nothing : List.of(
                "TRADE/A.......?startPeriod=1993-01&endPeriod=1993-01",
                "TRADE/.QQ_1......",
                "TRADE/......nope.",
                "TRADE/....no-such-gate...",
                "TRADE/all/XB_010000?startPeriod=1993-01&endPeriod=1993-01",
                "TRADE?startPeriod=1993-02&endPeriod=1993-01",
                "NOPE",
                "OTHERS,TRADE,1.0",
                "PROVINCELINK,TRADE,2.0")) {
            String message = api.get(DATA + nothing).expect(404).response().asString();
            assertThat(SdmxSchema.faults(message)).isEmpty();
            assertThat(SdmxSchema.texts(message, "//*[local-name()='ErrorMessage']/@code"))
                    .containsExactly("100");
        }
    }

    @Test
    void as_much_of_a_series_is_told_as_is_asked_for() {
        for (int month = 1; month <= 5; month++) {
            report("1994-0" + month, "value", month);
        }
        String series = "TRADE?startPeriod=1994&endPeriod=1994";

        assertThat(values(series + "&firstNObservations=2")).containsExactly("1.00", "2.00");
        assertThat(values(series + "&lastNObservations=1")).containsExactly("5.00");
        assertThat(values(series + "&firstNObservations=1&lastNObservations=1")).containsExactly("1.00", "5.00");
        assertThat(xml(GENERIC, series + "&detail=dataonly"))
                .doesNotContain("Attributes")
                .contains("ObsValue");
        assertThat(xml(GENERIC, series + "&detail=nodata"))
                .contains("Attributes")
                .doesNotContain("ObsValue");
        assertThat(xml(SPECIFIC, series + "&detail=serieskeysonly")).doesNotContain("DECIMALS", "<Obs");
        assertThat(rows(series + "&detail=serieskeysonly")).hasSize(1);
        assertThat(api.with("Accept", JSON)
                        .get(DATA + series + "&detail=serieskeysonly")
                        .expect(200)
                        .json()
                        .at("/data/dataSets/0/series/0:0:0:0:0:0:0:0/observations"))
                .isEmpty();
    }

    private List<String> values(String address) {
        return SdmxSchema.texts(xml(SPECIFIC, address), "//Obs/@OBS_VALUE");
    }

    @Test
    void what_was_known_then_and_what_has_changed_since() throws InterruptedException {
        report("1995-01", "value", 1);
        report("1995-02", "value", 2);
        Instant before = Instant.now();
        Thread.sleep(5); // the database and this clock are one machine's; a later write has a later time
        String id =
                api.get("/api/v1/trade-figures?period=1995-01&reporter=XA.01").at("/items/0/id");
        Api.Answer figure = api.get("/api/v1/trade-figures/" + id);
        statistician
                .with("If-Match", figure.etag())
                .patch("/api/v1/trade-figures/" + id, Map.of("value", 11))
                .expect(200);
        String year = "TRADE?startPeriod=1995&endPeriod=1995";

        assertThat(values(year)).containsExactly("11.00", "2.00");
        assertThat(values(year + "&asOf=" + before)).containsExactly("1.00", "2.00");
        assertThat(values(year + "&updatedAfter=" + before)).containsExactly("11.00");
        api.get(DATA + year + "&updatedAfter=" + Instant.now().plusSeconds(9)).expect(404);
        api.get(DATA + year + "&asOf=1999-01-01").expect(404);
        for (String sums : List.of("TRADE_GATE", "TRADE_CHAPTER")) {
            api.get(DATA + sums + "?asOf=2020-01-01").expect(501);
            api.get(DATA + sums + "?updatedAfter=2020-01-01T00:00:00Z").expect(501);
        }
    }

    @Test
    void sums_are_told_apart_by_chapter_or_by_gate() {
        Drafts.recordGate(statistician, "sdmx-gate");
        report("1996-01", "hs", "0902", "value", 1, "netKg", 1);
        report("1996-01", "hs", "090210", "value", 2, "netKg", 2, "status", "PROVISIONAL");
        report("1996-01", "hs", "10", "value", 4, "gate", "sdmx-gate");

        assertThat(rows("TRADE_CHAPTER?startPeriod=1996-01&endPeriod=1996-01"))
                .containsExactly(
                        "M,XA_01,XB_010100,EXPORT,_T,NORMAL,09,ORIGIN_DESTINATION,FOB,USD,1996-01,3.00,0,2,P,3.000,2",
                        "M,XA_01,XB_010100,EXPORT,_T,NORMAL,10,ORIGIN_DESTINATION,FOB,USD,1996-01,4.00,0,2,A,,1");
        assertThat(rows("TRADE_GATE/....sdmx-gate+_X.....?startPeriod=1996-01&endPeriod=1996-01"))
                .containsExactly(
                        "M,XA_01,XB_010100,EXPORT,_X,NORMAL,_T,ORIGIN_DESTINATION,FOB,USD,1996-01,3.00,0,2,P,3.000,2",
                        "M,XA_01,XB_010100,EXPORT,sdmx-gate,NORMAL,_T,ORIGIN_DESTINATION,FOB,USD,1996-01,4.00,0,2,A,,1");
        assertThat(rows("TRADE_CHAPTER/...._T..09...?startPeriod=1996-01&endPeriod=1996-01"))
                .hasSize(1);
        assertThat(SdmxSchema.texts(
                        xml(SPECIFIC, "TRADE_CHAPTER?startPeriod=1996-01&endPeriod=1996-01"), "//Series/@CHAPTER"))
                .containsExactly("09", "10");
    }

    @Test
    void a_table_has_names_and_keys_for_who_wants_them() {
        report("1997-01");
        String address = DATA + "TRADE?startPeriod=1997-01&endPeriod=1997-01";

        String both = table("labels=both;keys=both", address, "vi");
        String name = table("labels=name;keys=series", address, "zh");
        Api.Answer first = api.with(
                        "Accept", "application/vnd.sdmx.data+csv;version=1.0.0;labels=both;timeFormat=normalized")
                .get(address)
                .expect(200);

        assertThat(both)
                .startsWith("STRUCTURE,STRUCTURE_ID,ACTION,SERIES_KEY,OBS_KEY,FREQ: Tần suất,")
                .contains("M.XA_01.XB_010100.EXPORT._X.NORMAL.08.USD.1997-01,M: Tháng,XA_01: Tỉnh A Một,");
        assertThat(name)
                .startsWith("STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,SERIES_KEY,FREQ,频率,")
                .contains(",M,月度,XA_01,甲一省,");
        assertThat(first.header("Content-Type")).isEqualTo("application/vnd.sdmx.data+csv;version=1.0.0");
        assertThat(first.response().asString())
                .startsWith("DATAFLOW,FREQ: Frequency,")
                .contains(",XA_01: Province A One,");
        Api.unchecked()
                .with("Accept", "application/vnd.sdmx.data+csv;version=2.0.0;labels=all")
                .get(address)
                .expect(406);
    }

    private String table(String parameters, String address, String language) {
        return api.with("Accept", CSV + ";" + parameters)
                .with("Accept-Language", language)
                .get(address)
                .expect(200)
                .response()
                .asString();
    }

    @Test
    void who_has_the_data_already_is_told_so() {
        report("1998-01");
        String address = DATA + "TRADE?startPeriod=1998&endPeriod=1998";
        Api.Answer read = api.get(address).expect(200);

        api.with("If-None-Match", read.etag()).get(address).expect(304);
        api.with("If-None-Match", read.etag()).with("Accept", JSON).get(address).expect(200);
        report("1998-02");
        Api.Answer again = api.with("If-None-Match", read.etag()).get(address).expect(200);

        assertThat(again.etag()).isNotEqualTo(read.etag());
        assertThat(read.header("Vary")).contains("Accept");
        Api.unchecked().send("HEAD", address, "text/plain", "").expect(200);
    }

    @Test
    void a_date_does_for_who_has_no_tag() throws InterruptedException {
        report("1998-07");
        Thread.sleep(1_100); // a change of this very second has no date yet
        String address = DATA + "TRADE?startPeriod=1998-07&endPeriod=1998-07";
        String date = api.get(address).expect(200).header("Last-Modified");

        assertThat(date).matches("\\w{3}, \\d{2} \\w{3} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT");
        api.with("If-Modified-Since", String.valueOf(date)).get(address).expect(304);
        api.with("If-Modified-Since", "Sat, 01 Jan 2000 00:00:00 GMT")
                .get(address)
                .expect(200);
        api.with("If-Modified-Since", "yesterday").get(address).expect(200);
    }
}
