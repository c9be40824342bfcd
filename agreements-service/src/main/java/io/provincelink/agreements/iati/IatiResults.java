package io.provincelink.agreements.iati;

import io.provincelink.agreements.assistance.OpenPeriod;
import io.provincelink.agreements.assistance.ProjectOutput;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** A project's outputs as IATI results, each with one indicator. What is not exact says so in a comment: IATI's values are bare numbers. */
final class IatiResults {

    private static final String OUTPUT = "1";
    private static final String COUNTED = "1";
    private static final String IN_PERCENT = "2";

    private final List<ProjectOutput> outputs;
    private final OpenPeriod whole;

    IatiResults(List<ProjectOutput> outputs, OpenPeriod whole) {
        this.outputs = outputs;
        this.whole = whole;
    }

    void write(IatiXml xml) throws XMLStreamException {
        for (ProjectOutput output : outputs) {
            xml.start("result", "type", OUTPUT);
            xml.told("title", output.title());
            xml.start("indicator", "measure", output.unit().startsWith("percent") ? IN_PERCENT : COUNTED);
            xml.told("title", output.title());
            Text open = lastDay(output) == null ? withoutLastDay(output) : null;
            if (open != null) {
                xml.told("description", open);
            }
            if (output.baseline() != null) {
                LocalDate first =
                        output.period() == null ? whole.from() : output.period().from();
                figure(xml, "baseline", output.baseline(), "year", first.getYear());
            }
            period(xml, output);
            xml.end();
            xml.end();
        }
    }

    private @Nullable LocalDate lastDay(ProjectOutput output) {
        return output.period() == null ? whole.to() : output.period().to();
    }

    /**
     * An indicator's period has a last day. Where neither the output nor the project has one, any that we chose (today, the last payment)
     * would say by when the target is to be reached, which nobody did; so the figures are told in words.
     */
    private static @Nullable Text withoutLastDay(ProjectOutput output) {
        if (output.target() == null && output.actual() == null) {
            return null;
        }
        return new Text(
                told("Mục tiêu: ", output.target(), Text::vi) + told("Thực tế: ", output.actual(), Text::vi)
                        + "Chưa ghi ngày cuối.",
                told("目标：", output.target(), Text::zh) + told("实际：", output.actual(), Text::zh) + "未记录截止日期。",
                told("Target: ", output.target(), Text::en) + told("Actual: ", output.actual(), Text::en)
                        + "No last day is recorded.");
    }

    private static String told(String name, @Nullable Figure figure, Function<Text, @Nullable String> language) {
        if (figure == null) {
            return "";
        }
        Text comment = comment(figure);
        String remark = comment == null ? "" : " (" + language.apply(comment) + ")";
        return name + figure.value().toPlainString() + " " + figure.unit() + remark + "; ";
    }

    private void period(IatiXml xml, ProjectOutput output) throws XMLStreamException {
        Period period = output.period();
        LocalDate from = period == null ? whole.from() : period.from();
        LocalDate to = lastDay(output);
        if (to == null || output.target() == null && output.actual() == null) {
            return;
        }
        xml.start("period");
        xml.empty("period-start", "iso-date", from);
        xml.empty("period-end", "iso-date", to);
        if (output.target() != null) {
            figure(xml, "target", output.target());
        }
        if (output.actual() != null) {
            figure(xml, "actual", output.actual());
        }
        xml.end();
    }

    private static void figure(IatiXml xml, String element, Figure figure, Object... attributes)
            throws XMLStreamException {
        Object[] all = new Object[attributes.length + 2];
        System.arraycopy(attributes, 0, all, 0, attributes.length);
        all[attributes.length] = "value";
        all[attributes.length + 1] = figure.value().toPlainString();
        Text comment = comment(figure);
        if (comment == null) {
            xml.empty(element, all);
        } else {
            xml.start(element, all).told("comment", comment).end();
        }
    }

    private static @Nullable Text comment(Figure figure) {
        String upper = figure.upper() == null ? "" : figure.upper().toPlainString();
        return switch (figure.qualifier()) {
            case EXACT -> null;
            case ABOUT -> new Text("Con số ước chừng.", "约数。", "An approximate figure.");
            case OVER -> new Text("Trên con số này.", "超过此数。", "Over this figure: it is a lower bound.");
            case UNDER -> new Text("Dưới con số này.", "低于此数。", "Under this figure: it is an upper bound.");
            case RANGE -> new Text("Đến " + upper + ".", "至" + upper + "。", "A range up to " + upper + ".");
        };
    }
}
