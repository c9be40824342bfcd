package io.provincelink.agreements.agreement;

import static io.provincelink.agreements.agreement.AgreementWarningCode.AUTHORISATION_NOT_RECORDED;
import static io.provincelink.agreements.agreement.AgreementWarningCode.BASIS_NOT_YET_IN_FORCE;
import static io.provincelink.agreements.agreement.AgreementWarningCode.COPY_NOT_IN_TIME;
import static io.provincelink.agreements.agreement.AgreementWarningCode.LEVEL_NOT_NAMED;
import static io.provincelink.agreements.agreement.AgreementWarningCode.NAME_OF_A_TREATY;
import static io.provincelink.agreements.agreement.AgreementWarningCode.ONLY_IN_BORDER_AREAS;
import static io.provincelink.agreements.agreement.AgreementWarningCode.OPINION_NOT_RECORDED;

import io.provincelink.agreements.agreement.life.AgreementActionType;
import io.provincelink.kit.words.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What Vietnamese law says of agreements of parties in Viet Nam, as far as the record itself shows it. It only warns: what was signed is
 * signed, and the file may be incomplete. Treaties of the state have a law of their own, so the level NATIONAL is not looked at.
 *
 * <p>What is checked, and where it was read:
 * <ul>
 *   <li>Law 70/2020/QH14 on International Agreements, in force since 1 July 2021 (vietjack.me, luat-thoa-thuan-quoc-te-2020): art. 2
 *       clause 2, the Vietnamese signatories (thuvienphapluat.vn, chinh-sach-moi 33109; lawnet.vn 107031); art. 6, names, without those of
 *       treaties: công ước, hiệp ước, định ước, hiệp định (hethongphapluat.com, ten-goi-cua-thoa-thuan-quoc-te); art. 19, agreements of
 *       provincial agencies: opinion of the Ministry of Foreign Affairs (clause 1), decision of the competent person (clause 3), copy to
 *       the ministry within 15 days of the signature (clause 5) (lawnet.vn 110465).
 *   <li>Ordinance 33/2007/PL-UBTVQH11, in force from 1 July 2007 until then (vietjack.me, phap-lenh-…-2007): art. 1, only agreements of
 *       central and provincial agencies (vbpl.vn 3703); art. 16, the same opinion and decision (hethongphapluat.vn, dieu-16).
 * </ul>
 * Decree 64/2021/ND-CP regulates departments, districts and communes; its articles are not checked.
 */
final class VietnameseLaw {

    private static final LocalDate ORDINANCE_SINCE = LocalDate.of(2007, 7, 1);
    private static final LocalDate LAW_SINCE = LocalDate.of(2021, 7, 1);
    private static final int DAYS_FOR_THE_COPY = 15;

    private static final String LAW = "70/2020/QH14";
    private static final String ORDINANCE = "33/2007/PL-UBTVQH11";
    private static final List<String> NAMES_OF_TREATIES = List.of("công ước", "hiệp ước", "định ước", "hiệp định");

    private final Agreement agreement;
    private final LocalDate day;
    private final boolean lawApplies;
    private final List<AgreementWarning> warnings = new ArrayList<>();

    private VietnameseLaw(Agreement agreement, LocalDate day, LocalDate counting) {
        this.agreement = agreement;
        this.day = day;
        this.lawApplies = !counting.isBefore(LAW_SINCE);
    }

    /** The day of signing decides which law applies; for what is not signed, the day that is asked for. */
    static List<AgreementWarning> warnings(Agreement agreement, LocalDate day) {
        LocalDate counting = Stream.of(agreement.signedOn(), agreement.inForceSince())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(day);
        List<String> vietnamese = agreement.parties().stream()
                .filter(party -> party.equals("VN") || party.startsWith("VN."))
                .toList();
        if (vietnamese.isEmpty()
                || agreement.level() == AgreementLevel.NATIONAL
                || counting.isBefore(ORDINANCE_SINCE)) {
            return List.of();
        }
        VietnameseLaw law = new VietnameseLaw(agreement, day, counting);
        law.checkName();
        law.checkLevel();
        LocalDate signedOn = agreement.signedOn();
        if (signedOn != null && !signedOn.isAfter(day)) {
            law.checkBasis(signedOn);
            vietnamese.forEach(party -> law.checkProcedure(party, signedOn));
        }
        return law.warnings;
    }

    private void checkName() {
        String title = agreement.title().vi();
        if (lawApplies && title != null && startsLikeATreaty(title)) {
            warn(
                    NAME_OF_A_TREATY,
                    null,
                    article(6),
                    new Text(
                            "Tên gọi công ước, hiệp ước, định ước, hiệp định dành cho điều ước quốc tế.",
                            "“公约、条约、协约、协定”等名称专用于国际条约。",
                            "Convention, treaty, act and agreement (hiệp định) are names of treaties."));
        }
    }

    private static boolean startsLikeATreaty(String title) {
        String lower = title.strip().toLowerCase(Locale.ROOT);
        return NAMES_OF_TREATIES.stream().anyMatch(lower::startsWith);
    }

    private void checkLevel() {
        AgreementLevel level = agreement.level();
        if (lawApplies && level == AgreementLevel.COMMUNE) {
            warn(
                    ONLY_IN_BORDER_AREAS,
                    null,
                    article(2, 2),
                    new Text(
                            "Trong cấp xã, chỉ Ủy ban nhân dân xã ở khu vực biên giới là bên ký kết.",
                            "乡级单位中，只有边境地区的乡人民委员会可作为签署方。",
                            "Of the communes, only people's committees in border areas are signatories."));
        }
        boolean named = lawApplies ? level != AgreementLevel.BORDER_POST : level == AgreementLevel.PROVINCIAL;
        if (!named) {
            warn(
                    LEVEL_NOT_NAMED,
                    null,
                    lawApplies ? article(2, 2) : article(1),
                    new Text(
                            "Văn bản pháp luật này không nêu bên ký kết ở cấp này.",
                            "该法律文件未列出此级别的签署方。",
                            "This law names no signatory of this level."));
        }
    }

    private void checkBasis(LocalDate signedOn) {
        boolean namesTheLaw = agreement.terms().legalBasis().stream()
                .flatMap(basis -> Stream.of(basis.vi(), basis.zh(), basis.en()))
                .anyMatch(text -> text != null && text.contains(LAW));
        if (namesTheLaw && signedOn.isBefore(LAW_SINCE)) {
            warn(
                    BASIS_NOT_YET_IN_FORCE,
                    null,
                    LAW,
                    new Text(
                            "Luật này có hiệu lực từ ngày 1/7/2021, sau ngày ký; khi ký áp dụng Pháp lệnh 33/2007/PL-UBTVQH11.",
                            "该法自2021年7月1日起生效，晚于签署日；签署时适用第33/2007/PL-UBTVQH11号法令。",
                            "This law is in force since 1 July 2021, after the signature; Ordinance 33/2007/PL-UBTVQH11 applied then."));
        }
    }

    private void checkProcedure(String party, LocalDate signedOn) {
        if (agreement.level() != AgreementLevel.PROVINCIAL) {
            return;
        }
        String article = lawApplies ? article(19, 1) : article(16, 1);
        if (!isRecorded(AgreementActionType.OPINION_RECEIVED, party, signedOn)) {
            warn(
                    OPINION_NOT_RECORDED,
                    party,
                    article,
                    new Text(
                            "Chưa ghi nhận ý kiến của Bộ Ngoại giao và cơ quan liên quan trước khi ký.",
                            "没有签署前外交部及有关机关意见的记录。",
                            "No opinion of the Ministry of Foreign Affairs and the agencies concerned is recorded before the signature."));
        }
        if (!isRecorded(AgreementActionType.AUTHORISE, party, signedOn)) {
            warn(
                    AUTHORISATION_NOT_RECORDED,
                    party,
                    lawApplies ? article(19, 3) : article(16, 3),
                    new Text(
                            "Chưa ghi nhận quyết định của người có thẩm quyền trước khi ký.",
                            "没有签署前主管人员决定的记录。",
                            "No decision of the competent person is recorded before the signature."));
        }
        LocalDate copyDue = signedOn.plusDays(DAYS_FOR_THE_COPY);
        if (lawApplies && day.isAfter(copyDue) && !isRecorded(AgreementActionType.COPY_FILED, party, copyDue)) {
            warn(
                    COPY_NOT_IN_TIME,
                    party,
                    article(19, 5),
                    new Text(
                            "Chưa ghi nhận việc gửi bản sao cho Bộ Ngoại giao trong 15 ngày kể từ ngày ký.",
                            "没有在签署后15日内向外交部送交副本的记录。",
                            "No copy is recorded as sent to the Ministry of Foreign Affairs within 15 days of the signature."));
        }
    }

    private boolean isRecorded(AgreementActionType type, String party, LocalDate by) {
        return agreement.actions().stream()
                .anyMatch(action -> action.type() == type
                        && action.region().equals(party)
                        && !action.on().isAfter(by));
    }

    private String article(int number) {
        return (lawApplies ? LAW : ORDINANCE) + " art. " + number;
    }

    private String article(int number, int clause) {
        return article(number) + "(" + clause + ")";
    }

    private void warn(AgreementWarningCode code, @Nullable String party, String article, Text message) {
        warnings.add(new AgreementWarning(code, party, article, message));
    }
}
