package io.provincelink.exchanges.calendar;

import io.provincelink.exchanges.meeting.MeetingKind;
import io.provincelink.kit.region.Region;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.words.Party;
import io.provincelink.kit.words.Text;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the calendar says in the reader's language. */
record Wording(Regions regions, Locale language) {

    String of(@Nullable Text text) {
        return text == null ? "" : text.in(language);
    }

    /** The name of the unit that the code meant on a day. */
    String name(String code, LocalDate on) {
        Optional<Region> unit = regions.on(code, on);
        return unit.map(known -> of(known.name())).orElse(code);
    }

    String names(List<Party> parties, LocalDate on) {
        return parties.stream().map(party -> name(party.region(), on)).collect(Collectors.joining(" – "));
    }

    /** @param window ISO 8601 period; null: until the next session is due */
    String due(@Nullable String window) {
        if (window == null) {
            return of(new Text(
                    "Đến hạn từ ngày này; có thể tổ chức cho đến khi kỳ tiếp theo đến hạn.",
                    "自当日起到期，可在下一次到期之前举行。",
                    "Due from this day on; may be held until the next session is due."));
        }
        String within = length(Period.parse(window));
        return of(new Text(
                "Đến hạn từ ngày này; có thể tổ chức trong vòng " + within + ".",
                "自当日起到期，可在" + within + "内举行。",
                "Due from this day on; may be held within " + within + "."));
    }

    String dueUntil(LocalDate last) {
        return of(new Text(
                "Có thể tổ chức đến hết ngày " + last + ".",
                "可在" + last + "（含当日）之前举行。",
                "May be held until " + last + "."));
    }

    String heldOnline() {
        return of(new Text("Họp trực tuyến.", "线上举行。", "Held online."));
    }

    String postponedFrom(LocalDate due) {
        return of(new Text(
                "Thay cho kỳ đến hạn ngày " + due + ".",
                "代替" + due + "到期的一次。",
                "Instead of the session due on " + due + "."));
    }

    private String length(Period window) {
        List<String> parts = new ArrayList<>();
        part(window.getYears(), new Text("năm", "年", "year"), parts);
        part(window.getMonths(), new Text("tháng", "个月", "month"), parts);
        part(window.getDays(), new Text("ngày", "天", "day"), parts);
        return String.join(isChinese() ? "" : " ", parts);
    }

    private void part(int number, Text unit, List<String> parts) {
        if (number != 0) {
            String plural = language.equals(Locale.ENGLISH) && number != 1 ? "s" : "";
            parts.add(number + (isChinese() ? "" : " ") + of(unit) + plural);
        }
    }

    private boolean isChinese() {
        return language.equals(Locale.CHINESE);
    }

    String people(int number) {
        return of(new Text(number + " người", number + "人", number + (number == 1 ? " person" : " people")));
    }

    String marker(String number) {
        return of(new Text("mốc " + number, number + "号界碑", "border marker " + number));
    }

    /** For a meeting without a title. */
    String kind(MeetingKind kind) {
        return of(
                switch (kind) {
                    case TALKS -> new Text("Hội đàm", "会谈", "Talks");
                    case WORKING_SESSION -> new Text("Buổi làm việc", "工作会晤", "Working session");
                    case CONFERENCE -> new Text("Hội nghị", "会议", "Conference");
                    case FORUM -> new Text("Diễn đàn", "论坛", "Forum");
                    case WORKSHOP -> new Text("Hội thảo", "研讨会", "Workshop");
                    case TRAINING -> new Text("Tập huấn", "培训", "Training");
                    case FIELD_TALKS -> new Text("Hội đàm thực địa", "现场会谈", "Field talks");
                    case CEREMONY -> new Text("Buổi lễ", "仪式", "Ceremony");
                    case CORRESPONDENCE -> new Text("Trao đổi thư", "函件往来", "Correspondence");
                });
    }
}
