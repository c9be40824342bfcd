package io.provincelink.agreements.agreement;

import io.provincelink.kit.region.Regions;
import io.provincelink.kit.time.Today;
import io.provincelink.record.RecordStore;
import io.provincelink.record.Records;
import jakarta.inject.Singleton;

/** All agreements. */
@Singleton
public class Agreements extends Records<Agreement> {

    private final Regions regions;
    private final Today today;

    public Agreements(RecordStore store, Regions regions, Today today) {
        super(Agreement.class, "agreements", store);
        this.regions = regions;
        this.today = today;
    }

    @Override
    protected Object snapshot(Agreement agreement) {
        return new AgreementView.Reader(regions, today.get(), today.get()).whole(agreement);
    }

    @Override
    protected boolean hasCode() {
        return true;
    }
}
