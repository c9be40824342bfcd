package io.provincelink.agreements.agreement;

import io.provincelink.kit.time.Today;
import io.provincelink.record.RecordStore;
import io.provincelink.record.Records;
import jakarta.inject.Singleton;

/** All agreements. */
@Singleton
public class Agreements extends Records<Agreement> {

    private final Today today;

    public Agreements(RecordStore store, Today today) {
        super(Agreement.class, "agreements", store);
        this.today = today;
    }

    @Override
    protected Object snapshot(Agreement agreement) {
        return AgreementView.of(agreement, today.get());
    }

    @Override
    protected boolean hasCode() {
        return true;
    }
}
