package io.provincelink.exchanges.delegation;

import io.provincelink.exchanges.delegation.DelegationWarning.Code;
import io.provincelink.exchanges.programme.KnownProgrammes;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.holiday.Holiday;
import io.provincelink.kit.holiday.Holidays;
import io.provincelink.kit.region.Region;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Text;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at a delegation beside the calendar and beside the others that its reader sees. */
@Singleton
public class DelegationWarnings {

    private static final Text OUTSIDE = new Text(
            "Thời gian của đoàn nằm ngoài giai đoạn của chương trình đã nêu.",
            "出访时间不在所列计划的期限之内。",
            "Some of these days lie outside the period of the programme that it names.");

    /** Of a stay of years nobody reads more. */
    private static final int MOST = 50;

    private final Delegations delegations;
    private final KnownProgrammes programmes;

    DelegationWarnings(Delegations delegations, KnownProgrammes programmes) {
        this.delegations = delegations;
        this.programmes = programmes;
    }

    /** None of what will not take place. */
    List<DelegationWarning> of(Caller reader, Delegation delegation) {
        if (delegation.status().isGivenUp()) {
            return List.of();
        }
        List<DelegationWarning> warnings = new ArrayList<>();
        delegations.withSameHead(reader, delegation, MOST).stream()
                .map(DelegationWarnings::doubleBooked)
                .forEach(warnings::add);
        Period period = delegation.period();
        Stream.of(delegation.sending(), delegation.receiving())
                .flatMap(code -> reader.regions().on(code, delegation.anchor()).map(Region::country).stream())
                .distinct()
                .flatMap(country -> Holidays.between(country, period.from(), period.to()).stream())
                .limit(MOST)
                .map(DelegationWarnings::holiday)
                .forEach(warnings::add);
        outsideProgramme(reader, delegation).ifPresent(warnings::add);
        return warnings;
    }

    /** Only of a programme whose period is known here; see {@link KnownProgrammes}. */
    private Optional<DelegationWarning> outsideProgramme(Caller reader, Delegation delegation) {
        String programme = delegation.programme();
        if (programme == null) {
            return Optional.empty();
        }
        Period travel = delegation.period();
        return Optional.ofNullable(
                        programmes.periods(reader, List.of(programme)).get(programme))
                .filter(period ->
                        travel.from().isBefore(period.from()) || travel.to().isAfter(period.to()))
                .map(period -> new DelegationWarning(Code.OUTSIDE_PROGRAMME, null, null, period, OUTSIDE));
    }

    static DelegationWarning doubleBooked(Delegation other) {
        Period period = other.period();
        Text message = new Text(
                "Trưởng đoàn này cũng dẫn đầu một đoàn khác trong các ngày đó.",
                "该团团长在这些日期还率领另一个团。",
                "The same head leads another delegation on some of these days.");
        return new DelegationWarning(Code.DOUBLE_BOOKED_HEAD, other.id(), null, period, message);
    }

    private static DelegationWarning holiday(Holiday holiday) {
        Text name = holiday.name();
        boolean estimated = holiday.estimated();
        Text message = new Text(
                said(name.vi(), estimated ? "Có thể trùng ngày nghỉ lễ: %s." : "Trùng ngày nghỉ lễ: %s."),
                said(name.zh(), estimated ? "可能与法定节假日重合：%s。" : "与法定节假日重合：%s。"),
                said(name.en(), estimated ? "May fall on a public holiday: %s." : "Falls on a public holiday: %s."));
        return new DelegationWarning(
                Code.PUBLIC_HOLIDAY, null, holiday.country(), new Period(holiday.from(), holiday.to()), message);
    }

    private static @Nullable String said(@Nullable String name, String sentence) {
        return name == null ? null : sentence.formatted(name);
    }
}
