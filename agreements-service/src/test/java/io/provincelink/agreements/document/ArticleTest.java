package io.provincelink.agreements.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleTest {

    @Test
    void a_vietnamese_text_is_divided_by_dieu() {
        var articles = Article.in("""
            BẢN GHI NHỚ
            Hai bên thỏa thuận:

            Điều 1. Phạm vi hợp tác
            Hai bên hợp tác về thương mại.
            Chi tiết theo Điều 3 dưới đây.

            Điều 2: Hai bên thành lập nhóm công tác.
            Điều 5 của Luật nói khác.
            ĐIỀU 3
            Hiệu lực
            Bản ghi nhớ có hiệu lực từ ngày ký.
            """);

        assertThat(articles)
                .containsExactly(
                        new Article("0", null, "BẢN GHI NHỚ\nHai bên thỏa thuận:"),
                        new Article(
                                "1",
                                "Phạm vi hợp tác",
                                "Hai bên hợp tác về thương mại.\nChi tiết theo Điều 3 dưới đây."),
                        new Article("2", null, "Hai bên thành lập nhóm công tác.\nĐiều 5 của Luật nói khác."),
                        new Article("3", "Hiệu lực", "Bản ghi nhớ có hiệu lực từ ngày ký."));
    }

    @Test
    void a_chinese_text_is_divided_by_tiao() {
        var articles = Article.in("谅解备忘录\n第一条　甲乙双方开展贸易合作。\n第二条 目的\n按照第一条办理。\n第 三 条\n本备忘录自签字之日起生效。\n");

        assertThat(articles)
                .containsExactly(
                        new Article("0", null, "谅解备忘录"),
                        new Article("1", null, "甲乙双方开展贸易合作。"),
                        new Article("2", "目的", "按照第一条办理。"),
                        new Article("3", null, "本备忘录自签字之日起生效。"));
    }

    @Test
    void an_english_text_is_divided_by_article_in_roman_numerals_too() {
        var articles =
                Article.in("Article I\nScope\nThe Parties cooperate.\nARTICLE II. Funding\nEach pays its own.\n");

        assertThat(articles)
                .containsExactly(
                        new Article("1", "Scope", "The Parties cooperate."),
                        new Article("2", "Funding", "Each pays its own."));
    }

    /** Numbers of the articles that are found, in their order. */
    private static String numbers(String text) {
        return Article.in(text.replace(" / ", "\n")).stream()
                .map(Article::number)
                .filter(number -> !number.equals("0"))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Điều 1. A / b / Điều 2. C / d / Điều 4. E / f / Điều 5. G / h    | 1 2 4 5",
                "Sửa đổi: / Điều 5. Thương mại / Hai bên mở cửa. / Điều 9: Hiệu lực / x | 5 9",
                "Điều 1 / A / Điều 2 / B / Điều 3. C / d / Điều 3a. Bổ sung / e / Điều 3b / F / Điều 4. G | 1 2 3 3a"
                        + " 3b 4",
                "第一条 甲 / 乙 / 第二条 丙 / 丁 / 第十一条 戊 / 己                   | 1 2 11",
                "第一条 甲 / 第二条：乙 / 第四条 / 丙                                | 1 2 4",
                "Article 1. A / Article 2 / B / Article 5 Final Provisions / c      | 1 2 5",
                "Điều 1. A / Điều 2 Hiệu lực / b / Điều 4 Chữ ký / c                | 1 2 4",
                // what a document quotes of another one, before it goes on with its own numbers
                "Điều 1. Sửa đổi như sau / Điều 5. Hai bên mở cửa. / Điều 2. Hiệu lực | 1 2",
                "Điều 1. A / Điều 9. B / Điều 3. C / Điều 4. D                      | 1 3 4",
                // references that were wrapped to the beginning of a line
                "Điều 1. A / Theo / Điều 5 của Luật / b / Điều 2. C                 | 1 2",
                "Điều 1. A / Điều 5 của Luật này / b                                | 1",
                "Điều 1. A / Điều 5 Luật Thương mại / b                             | 1",
                "Điều 1. A / được nêu tại / Điều 7. Hai bên                         | 1",
                "Điều 1. A / Hai bên thực hiện / Điều 5 / của Luật / b              | 1",
                "Điều 1. A / Điều 5.2 của Luật / Điều 5-7 / b                       | 1",
                "Điều 1. A / Điều 5, Điều 6 và Điều 7                               | 1",
                "第一条 甲 / 第五条的规定 / 第七条、第八条 / 乙                       | 1",
                "第一条 甲 / 按照 / 第五条 乙                                        | 1",
                "Article 1 A / Article 5 of the Law / b                             | 1",
                "Article 1 A / as laid down in / Article 5. The Parties             | 1",
                "Điều 1. A / Điều 2. B / Điều 4. C / Phụ lục / Điều 1. D / Điều 2. E / Điều 3. F | 1 2 4",
            })
    void an_article_may_be_left_out_or_put_in_between(String text, String numbers) {
        assertThat(numbers(text)).isEqualTo(numbers);
    }

    @Test
    void what_is_put_in_between_has_its_own_heading_and_body() {
        assertThat(Article.in(
                        "Điều 3. Thanh toán\nBằng đồng.\nĐiều 3a. Phí\nKhông có.\nĐiều 5 Hiệu lực\nTừ ngày ký.\n"))
                .containsExactly(
                        new Article("3", "Thanh toán", "Bằng đồng."),
                        new Article("3a", "Phí", "Không có."),
                        new Article("5", "Hiệu lực", "Từ ngày ký."));
    }

    @Test
    void a_text_without_articles_is_one_piece_and_no_text_is_none() {
        assertThat(Article.in("Dear friends,\n\n\n\nwe met.\n"))
                .containsExactly(new Article("0", null, "Dear friends,\nwe met."));
        assertThat(Article.in(" \n\t\n")).isEmpty();
    }

    @Test
    void characters_that_no_database_takes_are_left_out() {
        assertThat(Article.in("a\u0000b\ud800c\u00a0d")).containsExactly(new Article("0", null, "abc d"));
    }

    @ParameterizedTest
    @CsvSource({"7,7", "XIV,14", "IX,9", "十,10", "十二,12", "二十,20", "二十三,23", "一百零五,105", "二 十 一,21", "x,0"})
    void numerals_of_all_kinds_are_read(String written, int value) {
        assertThat(Numerals.value(written)).isEqualTo(value);
    }
}
