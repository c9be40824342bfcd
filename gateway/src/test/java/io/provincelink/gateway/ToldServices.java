package io.provincelink.gateway;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The three services behind a composed answer, each with one thing to say, and what they were asked. */
public final class ToldServices {

    public final FakeService agreements = FakeService.agreements();
    public final FakeService exchanges = FakeService.exchanges();
    public final FakeService trade = FakeService.trade();
    public final Queue<String> asked = new ConcurrentLinkedQueue<>();

    public void start(String ofAgreements, String ofExchanges, String ofTrade) {
        agreements.answering(saying(ofAgreements));
        exchanges.answering(saying(ofExchanges));
        trade.answering(saying(ofTrade));
    }

    public void stop() {
        agreements.stop();
        exchanges.stop();
        trade.stop();
    }

    private Handler<HttpServerRequest> saying(String json) {
        return request -> {
            asked.add(request.uri() + " " + request.getHeader("Authorization") + " "
                    + request.getHeader("Accept-Language"));
            request.response().putHeader("Content-Type", "application/json").end(json);
        };
    }

    /** A record in short; only its id and its title tell it from others. */
    public static String brief(String type, int number, String title) {
        return """
                {"type":"%s","id":"0198c0de-0000-7000-8000-%012d","code":null,"href":"/api/v1/x/%2$d","kind":null,
                 "title":{"en":"%3$s"},"who":[{"region":"XA.01"}],"where":["XA.01"],"fields":["HEALTH"],
                 "period":{"from":"2016-01-01","to":"2018-12-31"},"status":"ACTIVE","more":"than is read"}""".formatted(type, number, title);
    }

    /** Records of one type, by their titles. */
    public static String selection(String type, String... titles) {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < titles.length; i++) {
            items.append(i == 0 ? "" : ",").append(brief(type, i + 1, titles[i]));
        }
        return "{\"items\":[" + items + "],\"more\":false}";
    }

    public static String warning(String code) {
        return "{\"code\":\"%s\",\"message\":{\"en\":\"Look\"},\"about\":%s,\"on\":null}"
                .formatted(code, brief("PROGRAMME", 9, "Warned of"));
    }

    public static String reported(String reporter, String partner) {
        return """
                {"reporter":"%s","partner":%s,"currency":"USD","attribution":"ORIGIN_DESTINATION",
                 "newest":[{"from":"2024-12","to":"2024-12","exports":100.50,"imports":null,"exportMonths":1,"importMonths":0,"estimated":false}],
                 "months":{"from":"2024-01","to":"2024-12","exports":600000000,"imports":7,"exportMonths":12,"importMonths":1,"estimated":true}}""".formatted(reporter, partner);
    }
}
