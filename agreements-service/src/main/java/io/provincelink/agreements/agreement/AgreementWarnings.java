package io.provincelink.agreements.agreement;

import io.provincelink.kit.region.Regions;
import io.provincelink.kit.words.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What an agreement warns of on a day. */
final class AgreementWarnings {

    static final Text UNDECIDED = new Text(
            "Đơn vị của bên này đã kết thúc và chưa ai xác định đơn vị nào tiếp nhận.",
            "该方的单位已撤销，尚未确定由谁承接。",
            "The unit of this party was closed, and nobody has said who takes its part over.");

    private AgreementWarnings() {}

    static List<AgreementWarning> of(Agreement agreement, LocalDate day, Regions regions) {
        List<AgreementWarning> warnings = new ArrayList<>();
        for (String party : PartySuccessors.undecided(agreement, day, regions)) {
            warnings.add(new AgreementWarning(AgreementWarningCode.SUCCESSOR_UNDECIDED, party, null, UNDECIDED));
        }
        warnings.addAll(VietnameseLaw.warnings(agreement, day));
        return warnings;
    }
}
