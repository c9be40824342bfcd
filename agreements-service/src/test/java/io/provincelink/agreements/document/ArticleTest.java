package io.provincelink.agreements.document;

import static org.assertj.core.api.Assertions.assertThat;

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
