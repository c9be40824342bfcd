package io.provincelink.local.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** People of the offices that run a cooperation, for trying the suite out. */
public final class SamplePeople {
    private record Office(String name, String region, String body) {}

    private static final Office HA_GIANG = new Office("ha-giang", "VN.02", "Sở Ngoại vụ tỉnh Hà Giang");
    private static final Office WENSHAN = new Office("wenshan", "CN.532600", "文山州人民政府外事办公室");
    private static final Office TUYEN_QUANG = new Office("tuyen-quang", "VN.08", "Sở Ngoại vụ tỉnh Tuyên Quang");
    private static final Office LAO_CAI = new Office("lao-cai", "VN.15", "Sở Ngoại vụ tỉnh Lào Cai");

    /** Roles of each kind of person; who writes or approves also reads. */
    private static final Map<String, List<String>> ROLES = Map.of(
            "editor", List.of("reader", "editor"),
            "approver", List.of("reader", "approver"),
            "statistician", List.of("reader", "statistician"),
            "reader", List.of("reader"));

    private SamplePeople() {}

    /** Everybody who gets a token file. */
    public static List<Person> all() {
        List<Person> people = new ArrayList<>();
        for (Office office : List.of(HA_GIANG, WENSHAN, TUYEN_QUANG)) {
            Stream.of("editor", "approver", "statistician", "reader").forEach(kind -> people.add(person(office, kind)));
        }
        people.add(person(LAO_CAI, "editor"));
        people.add(new Person("admin", null, "ProvinceLink", List.of("admin")));
        return List.copyOf(people);
    }

    private static Person person(Office office, String kind) {
        return new Person(office.name + "-" + kind, office.region, office.body, ROLES.getOrDefault(kind, List.of()));
    }

    /** Who loads the published facts on behalf of a region: its office where one is known, else the code alone. */
    public static Person loader(String region, List<String> roles) {
        String body = Stream.of(HA_GIANG, WENSHAN, TUYEN_QUANG, LAO_CAI)
                .filter(office -> office.region.equals(region))
                .map(Office::body)
                .findFirst()
                .orElse(region);
        return new Person("published-facts", region, body, roles);
    }
}
