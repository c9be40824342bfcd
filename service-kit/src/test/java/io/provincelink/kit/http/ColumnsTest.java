package io.provincelink.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Money;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a view stands in which cell. */
class ColumnsTest {

    private final ObjectMapper json = new ObjectMapper();

    ColumnsTest() {
        new JsonRules().customize(json);
        json.registerModule(new JavaTimeModule()).disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    }

    record ThingView(
            UUID id,
            @Nullable Text title,
            @Nullable Period period,
            @Nullable Figure figure,
            @Nullable Money plan,
            List<Field> fields,
            List<String> restsOn,
            List<Text> basis,
            @Nullable Map<String, Integer> counts,
            @Nullable Words words,
            @Nullable Source source) {}

    record Words(@JsonValue List<String> words) {}

    record NestView(UUID id, String name, @Nullable NestView inner) {}

    record AloneView(
            UUID id,

            @AloneOnly @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<String> more) {}

    private static ThingView thing(Text title, List<String> restsOn) {
        return new ThingView(
                new UUID(1, 2),
                title,
                Period.years(2016, 2020),
                Figure.exact(new BigDecimal("6E+9"), "USD"),
                new Money(new BigDecimal("-53900000000.5"), "VND"),
                List.of(Field.TRADE, Field.HEALTH),
                restsOn,
                List.of(Text.vi("Luật 70/2020/QH14"), Text.en("Two; three")),
                Map.of("a", 1),
                new Words(List.of("x", "y")),
                null);
    }

    private Columns columns(Class<?> view) {
        return Columns.of(json.constructType(view), json);
    }

    private String cell(String column, Object view) {
        Columns columns = columns(view.getClass());
        return columns.row(json.valueToTree(view)).get(columns.names().indexOf(column));
    }

    @Test
    void what_only_a_record_by_itself_says_has_no_column() {
        assertThat(columns(AloneView.class).names()).containsExactly("id");
    }

    @Test
    void columns_follow_from_the_type_in_the_order_of_the_fields() {
        assertThat(columns(ThingView.class).names())
                .containsExactly(
                        "id",
                        "title.vi",
                        "title.zh",
                        "title.en",
                        "period.from",
                        "period.to",
                        "figure.value",
                        "figure.qualifier",
                        "figure.unit",
                        "figure.upper",
                        "plan.amount",
                        "plan.currency",
                        "fields",
                        "restsOn",
                        "basis",
                        "counts",
                        "words",
                        "source.title.vi",
                        "source.title.zh",
                        "source.title.en",
                        "source.publisher",
                        "source.publishedOn",
                        "source.via",
                        "source.url",
                        "source.note.vi",
                        "source.note.zh",
                        "source.note.en");
    }

    @Test
    void a_view_stands_in_its_columns() {
        ThingView view = thing(new Text("Hà Giang", null, "A, \"B\""), List.of("a-b", "c-d"));

        assertThat(columns(ThingView.class).row(json.valueToTree(view)).subList(0, 18))
                .containsExactly(
                        view.id().toString(),
                        "Hà Giang",
                        null,
                        "A, \"B\"",
                        "2016-01-01",
                        "2020-12-31",
                        "6000000000",
                        "EXACT",
                        "USD",
                        null,
                        "-53900000000.5",
                        "VND",
                        "TRADE;HEALTH",
                        "a-b;c-d",
                        "[{\"vi\":\"Luật 70/2020/QH14\"},{\"en\":\"Two; three\"}]",
                        "{\"a\":1}",
                        "x;y",
                        null);
    }

    @Test
    void a_list_in_which_a_value_has_a_semicolon_is_json() {
        assertThat(cell("restsOn", thing(Text.en("A"), List.of("a;b", "c")))).isEqualTo("[\"a;b\",\"c\"]");
        assertThat(cell("restsOn", thing(Text.en("A"), List.of()))).isEmpty();
    }

    @Test
    void a_record_inside_itself_has_one_column() {
        NestView nest = new NestView(new UUID(1, 2), "outer", new NestView(new UUID(1, 3), "inner", null));

        assertThat(columns(NestView.class).names()).containsExactly("id", "name", "inner");
        assertThat(cell("inner", nest)).contains("\"name\":\"inner\"");
    }

    @Test
    void fields_choose_all_columns_of_a_value() {
        assertThat(columns(ThingView.class)
                        .only(List.of("id", "plan")::contains)
                        .names())
                .containsExactly("id", "plan.amount", "plan.currency");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+84 219 3866",
                "-1+1",
                "@SUM(1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "＝1",
                "＋1",
                "－1",
                "＠a",
                "'=1",
                "''=1"
            })
    void a_text_that_would_be_calculated_gets_an_apostrophe(String text) {
        assertThat(cell("title.en", thing(Text.en(text), List.of()))).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "+5", "-5.25", "A=1", "1-2", "it's", "'quoted"})
    void any_other_text_is_left_as_it_is(String text) {
        assertThat(cell("title.en", thing(Text.en(text), List.of()))).isEqualTo(text);
    }

    @Test
    void a_list_that_begins_like_a_formula_gets_one_too_and_a_number_none() {
        assertThat(cell("restsOn", thing(Text.en("A"), List.of("=1", "2")))).isEqualTo("'=1;2");
        assertThat(cell("plan.amount", thing(Text.en("A"), List.of()))).isEqualTo("-53900000000.5");
    }

    @Test
    void what_comes_after_a_line_break_does_not_hide_the_beginning() {
        assertThat(cell("title.en", thing(Text.en("=1\nand more"), List.of()))).isEqualTo("'=1\nand more");
        assertThat(cell("title.en", thing(Text.en("more\n=1"), List.of()))).isEqualTo("more\n=1");
    }

    @Test
    void a_day_that_is_not_known_is_an_empty_cell() {
        assertThat(cell("source.publishedOn", thing(Text.en("A"), List.of()))).isNull();
        assertThat(LocalDate.parse(String.valueOf(cell("period.from", thing(Text.en("A"), List.of())))))
                .isEqualTo(LocalDate.of(2016, 1, 1));
    }
}
