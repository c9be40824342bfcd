package io.provincelink.agreements.partnership;

import io.provincelink.agreements.programme.ProgrammeSelection;
import io.provincelink.record.brief.Selection;
import io.provincelink.record.brief.Warning;
import java.util.List;

/** Agreements, programmes, twinnings, donations and assistance of the parties. */
public record AgreementsPartnershipPart(
        Selection agreements,
        ProgrammeSelection programmes,
        Selection twinnings,
        Selection donations,
        Selection assistance,
        List<Warning> warnings) {}
