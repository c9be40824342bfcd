package io.provincelink.trade.reconciliation;

import io.provincelink.kit.words.Text;
import java.util.List;

/**
 * Something that a reader of a comparison must know.
 *
 * @param about what it is about, in codes
 */
public record Remark(Code code, Text text, List<String> about) {

    /** What there is to know. */
    public enum Code {
        NOTHING_REPORTED(
                "Bên này không báo cáo gì trong kỳ: chưa thể nói là hai bên khác nhau.",
                "该方在此期间未报告任何数据：尚不能说双方数据不一致。",
                "This side reports nothing in the period: that is no difference yet."),
        LEFT_OUT(
                "Các số liệu này gồm cả những tháng ngoài kỳ, nên không được tính.",
                "这些数据还涵盖期间以外的月份，因此未计入。",
                "These figures are for months outside of the period too, and so are left out."),
        DIFFERENT_ATTRIBUTION(
                "Hai bên quy thuộc hàng hoá theo cách khác nhau; một phần chênh lệch do đó mà ra.",
                "双方对货物的归属口径不同，部分差额由此产生。",
                "The two sides count goods for themselves by different rules; a part of the gap comes from that."),
        DIFFERENT_MONTHS(
                "Các tháng này chỉ có một bên báo cáo; tổng chênh lệch gồm cả các tháng đó.",
                "这些月份仅有一方报告；总差额包含这些月份。",
                "Only one side reports these months; the gap in total includes them."),
        SAME_VALUATION(
                "Hai bên dùng cùng một cách tính giá, nên hệ số CIF/FOB không làm thay đổi chỉ số.",
                "双方计价方式相同，CIF/FOB系数不影响指数。",
                "Both sides value alike, so that the CIF/FOB factor makes no difference to the index."),
        OTHER_CURRENCIES(
                "Cũng có số liệu bằng các đồng tiền này; không quy đổi và không so sánh ở đây.",
                "另有以下币种的数据；此处不换算、不比较。",
                "There are figures in these currencies too, which are not converted and not compared here."),
        ESTIMATED("Một phần số liệu là ước tính.", "部分数据为估计数。", "Some of the figures are estimates."),
        PROVISIONAL("Một phần số liệu là tạm thời.", "部分数据为初步数。", "Some of the figures are provisional.");

        private final Text text;

        Code(String vi, String zh, String en) {
            this.text = new Text(vi, zh, en);
        }
    }

    static Remark of(Code code, List<String> about) {
        return new Remark(code, code.text, about);
    }
}
