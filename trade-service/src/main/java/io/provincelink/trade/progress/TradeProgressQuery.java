package io.provincelink.trade.progress;

import io.provincelink.kit.http.CheckedQuery;
import io.provincelink.kit.http.CommaSeparated;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Units;
import io.provincelink.record.observation.Cooperation;
import io.provincelink.trade.statistic.AsOf;
import io.provincelink.trade.statistic.AsOfQuery;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which goal's progress is asked for. The goal is the asker's: programmes are kept elsewhere. */
public class TradeProgressQuery implements CheckedQuery {

    private static final int MOST_YEARS = 50;
    /** As much as a goal's figure may be. */
    private static final Pattern AMOUNT = Pattern.compile("(?=.*[1-9])\\d{1,24}(\\.\\d{1,6})?");

    @CommaSeparated
    @QueryParam("parties")
    @Parameter(
            required = true,
            description = "Region codes, comma separated: the first party's reports count, the others' stand beside.",
            example = "VN.02,CN.532600")
    public @Nullable String parties;

    @QueryParam("period")
    @Parameter(required = true, description = "The goal's period, at most 50 years.", example = "2021/2025")
    public @Nullable String period;

    // as a text: what is no number is a 400 that says what would be one
    @QueryParam("target")
    @Parameter(
            required = true,
            description = "Exports and imports together by the end of the period.",
            example = "8000000000",
            schema = @Schema(type = SchemaType.NUMBER))
    public @Nullable String target;

    @QueryParam("currency")
    @DefaultValue("USD")
    @Parameter(description = "ISO 4217 code of the target; figures in other currencies are left out.", example = "USD")
    public String currency = "USD";

    @QueryParam("asOf")
    @Parameter(description = AsOfQuery.DESCRIPTION, example = "2021-05-26")
    public @Nullable String asOf;

    /** The question with every word read. */
    record Question(
            Cooperation cooperation,
            Target target,
            @Nullable Instant asOf) {}

    Question question(ParameterReader parameters) {
        List<String> codes = parameters.regions("parties", parties);
        if (parties == null) {
            parameters.note(Fault.at("?parties", "required"));
        } else if (codes.size() == 1) {
            parameters.note(Fault.at("?parties", "at-least-parties", 2));
        }
        Period asked = parameters.period("period", period);
        if (period == null) {
            parameters.note(Fault.at("?period", "required"));
        } else if (asked != null && asked.months() > MOST_YEARS * 12L) {
            parameters.note(Fault.at("?period", "too-long-period", MOST_YEARS));
        }
        if (target == null) {
            parameters.note(Fault.at("?target", "required"));
        } else if (!AMOUNT.matcher(target).matches()) {
            parameters.note(Fault.at("?target", "wrong-format", "8000000000"));
        }
        if (!Units.isCurrency(currency)) {
            parameters.note(Fault.at("?currency", "not-a-currency"));
        }
        Instant moment = AsOf.read(parameters, asOf);
        parameters.requireNoFaults();
        Period known = Objects.requireNonNull(asked);
        return new Question(
                new Cooperation(codes, known),
                new Target(new BigDecimal(Objects.requireNonNull(target)), currency, known),
                moment);
    }

    @Override
    public void check(ParameterReader parameters) {
        question(parameters);
    }
}
