package io.provincelink.exchanges.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeetingTimeTest {

    private static MeetingTime at(String hour, String zone) {
        return new MeetingTime(LocalDateTime.parse(hour), zone, null);
    }

    @Test
    void nine_in_ha_giang_is_ten_in_wenshan() {
        MeetingTime start = at("2021-05-26T09:00", "Asia/Ho_Chi_Minh");

        assertThat(new Site("VN.02", null, null, null).at(start)).isEqualTo("2021-05-26T09:00");
        assertThat(new Site("CN.532600", null, null, null).at(start)).isEqualTo("2021-05-26T10:00");
        assertThat(start.instant()).isEqualTo("2021-05-26T02:00:00Z");
    }

    @Test
    void a_site_with_a_zone_of_its_own_follows_that() {
        MeetingTime start = at("2021-05-26T09:00", "Asia/Ho_Chi_Minh");

        assertThat(new Site("CN.532600", null, null, "Europe/Berlin").at(start)).isEqualTo("2021-05-26T04:00");
        assertThat(new Site("XB.010100", null, null, "Asia/Tokyo").at(start)).isEqualTo("2021-05-26T11:00");
    }

    @Test
    void where_the_zone_or_the_hour_is_not_known_no_hour_is_shown() {
        MeetingTime day = new MeetingTime(null, null, LocalDate.of(2021, 5, 26));
        MeetingTime hour = at("2021-05-26T09:00", "Asia/Ho_Chi_Minh");

        assertThat(new Site("VN.02", null, null, null).at(day)).isNull();
        assertThat(day.instant()).isNull();
        assertThat(new Site("XA.01", null, null, null).at(hour)).isNull();
        assertThat(new Site(null, null, "12", null).at(hour)).isNull();
        assertThat(new Site("VN.02", null, null, null).at(null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        // left out by the clocks, then shown twice
        "2021-03-28T02:30, 2021-03-28T01:30:00Z",
        "2021-10-31T02:30, 2021-10-31T00:30:00Z",
    })
    void an_hour_that_the_clocks_leave_out_or_show_twice_is_some_instant(String hour, Instant instant) {
        assertThat(at(hour, "Europe/Berlin").instant()).isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource({"0001-01-01T00:00, Asia/Shanghai", "9999-12-31T23:59, Pacific/Honolulu"})
    void what_lies_beyond_all_years_of_four_digits_elsewhere_is_not_shown(String hour, String zone) {
        assertThat(at(hour, zone).instant()).isNull();
        assertThat(at(hour, zone).in("UTC")).isNull();
        assertThat(at(hour, zone).in(zone)).isEqualTo(hour);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+07:00", "UTC+7", "SystemV/PST8", "Asia/Hanoi", "Z", "", "asia/shanghai"})
    void what_is_no_name_of_a_region_is_no_zone(String name) {
        assertThat(MeetingTime.isZone(name)).isFalse();
    }
}
