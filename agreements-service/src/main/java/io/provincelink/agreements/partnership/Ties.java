package io.provincelink.agreements.partnership;

import io.provincelink.agreements.assistance.AssistanceProjectBriefs;
import io.provincelink.agreements.donation.DonationBriefs;
import io.provincelink.agreements.twinning.TwinningBriefs;
import jakarta.inject.Singleton;

/** What ties regions together beside agreements and programmes. */
@Singleton
class Ties {

    private final TwinningBriefs twinnings;
    private final DonationBriefs donations;
    private final AssistanceProjectBriefs projects;

    Ties(TwinningBriefs twinnings, DonationBriefs donations, AssistanceProjectBriefs projects) {
        this.twinnings = twinnings;
        this.donations = donations;
        this.projects = projects;
    }

    TwinningBriefs twinnings() {
        return twinnings;
    }

    DonationBriefs donations() {
        return donations;
    }

    AssistanceProjectBriefs projects() {
        return projects;
    }
}
