package io.provincelink.trade.sdmx;

import static io.provincelink.trade.Drafts.trade;
import static io.provincelink.trade.Drafts.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sdmxdl.Connection;
import sdmxdl.DatabaseRef;
import sdmxdl.Detail;
import sdmxdl.Dimension;
import sdmxdl.Flow;
import sdmxdl.FlowRef;
import sdmxdl.Key;
import sdmxdl.Languages;
import sdmxdl.MetaSet;
import sdmxdl.Obs;
import sdmxdl.Query;
import sdmxdl.Series;
import sdmxdl.web.SdmxWebManager;
import sdmxdl.web.WebSource;
import sdmxdl.web.spi.Driver;
import sdmxdl.web.spi.WebCaching;

/** SDMX as a program of others reads it that knows nothing of this service: sdmx-dl, unchanged. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class SdmxClientTest {

    private static final DatabaseRef NONE = DatabaseRef.NO_DATABASE;
    private static final FlowRef TRADE = FlowRef.of("PROVINCELINK", "TRADE", "1.0");

    /** sdmx-dl reads XML with the first StAX that it finds, and wants no namespaces; a library of other tests has one that knows no other way. */
    private static final String STAX = "javax.xml.stream.XMLInputFactory";

    private Connection connection;

    @BeforeAll
    static void readWithTheJdk() {
        System.setProperty(STAX, "com.sun.xml.internal.stream.XMLInputFactoryImpl");
    }

    @AfterAll
    static void readAsBefore() {
        System.clearProperty(STAX);
    }

    @BeforeEach
    void connect() throws IOException {
        WebSource source = WebSource.builder()
                .id("PROVINCELINK")
                .driver("RI_SDMX21")
                .endpointOf("http://127.0.0.1:" + RestAssured.port + "/api/v1/sdmx/2.1")
                .propertyOf(Driver.DRIVER_PROPERTY_PREFIX + ".detailSupported", true)
                .build();
        // what it remembers of earlier structures has no codes of later tests
        connection = SdmxWebManager.ofServiceLoader().toBuilder()
                .caching(WebCaching.noOp())
                .build()
                .getConnection(source, Languages.parse("vi"));
    }

    @AfterEach
    void close() throws IOException {
        connection.close();
    }

    @Test
    void it_lists_flows_in_its_language() throws IOException {
        assertThat(connection.getFlows(NONE).stream().map(Flow::getName))
                .contains("Thương mại qua biên giới", "Thương mại theo chương HS", "Thương mại theo cửa khẩu");
    }

    @Test
    void it_reads_a_structure_with_its_codes() throws IOException {
        MetaSet meta = connection.getMeta(NONE, TRADE);

        assertThat(meta.getStructure().getDimensions().stream().map(Dimension::getId))
                .containsExactly("FREQ", "REPORTER", "PARTNER", "FLOW", "GATE", "REGIME", "HS", "CURRENCY");
        assertThat(meta.getStructure().getTimeDimensionId()).isEqualTo("TIME_PERIOD");
        assertThat(meta.getStructure().getPrimaryMeasureId()).isEqualTo("OBS_VALUE");
        assertThat(meta.getStructure().getDimensions().get(3).getCodes()).containsEntry("EXPORT", "Xuất khẩu");
        assertThat(meta.getStructure().getAttributes()).hasSize(7);
    }

    @Test
    void it_reads_series_by_their_keys() throws IOException {
        Api statistician = Api.checked().as("XA.01", "statistician");
        for (String month : List.of("1996-07", "1996-08")) {
            statistician
                    .post("/api/v1/trade-figures", with(trade(month), "hs", "0713", "netKg", 3))
                    .expect(201);
        }
        statistician
                .post(
                        "/api/v1/trade-figures",
                        with(
                                trade("1996-01"),
                                "hs",
                                "0714",
                                "month",
                                null,
                                "months",
                                Map.of("from", "1996-09", "to", "1996-10")))
                .expect(201);

        List<Series> found = data(Key.parse("M.XA_01..EXPORT...0713."), Detail.FULL);
        List<Series> together = data(Key.parse("M2......0714."), Detail.FULL);
        List<Series> keys = data(Key.parse("......0713+0714."), Detail.SERIES_KEYS_ONLY);

        assertThat(found).hasSize(1);
        assertThat(found.get(0).getKey()).hasToString("M.XA_01.XB_010100.EXPORT._X.NORMAL.0713.USD");
        assertThat(found.get(0).getMeta()).containsEntry("DECIMALS", "2").containsEntry("UNIT_MULT", "0");
        assertThat(found.get(0).getObs().stream().map(Obs::getPeriod).map(Object::toString))
                .containsExactly("1996-07-01T00:00:00/P1M", "1996-08-01T00:00:00/P1M");
        assertThat(found.get(0).getObs().first().getValue()).isEqualTo(1000.50);
        assertThat(found.get(0).getObs().first().getMeta())
                .containsEntry("OBS_STATUS", "A")
                .containsEntry("NET_KG", "3.000");
        assertThat(together.get(0).getObs().first().getPeriod()).hasToString("1996-09-01T00:00:00/P2M");
        assertThat(keys).hasSize(2).allSatisfy(series -> assertThat(series.getObs())
                .isEmpty());
        assertThat(data(Key.parse("...IMPORT...0714."), Detail.FULL)).isEmpty();
    }

    @Test
    void it_finds_the_codes_that_there_are() throws IOException {
        Api.checked()
                .as("XA.01", "statistician")
                .post("/api/v1/trade-figures", with(trade("1996-12"), "hs", "0712"))
                .expect(201);

        assertThat(connection.getAvailableDimensionCodes(NONE, TRADE, Key.parse("......0712."), 1))
                .containsExactly("XA_01");
    }

    private List<Series> data(Key key, Detail detail) throws IOException {
        Query query = Query.builder().key(key).detail(detail).build();
        try (Stream<Series> series = connection.getDataStream(NONE, TRADE, query)) {
            return series.toList();
        }
    }
}
