package io.provincelink.agreements.povertylist;

import io.provincelink.record.RecordStore;
import io.provincelink.record.Records;
import jakarta.inject.Singleton;

/** All lists of poor units. */
@Singleton
public class PovertyLists extends Records<PovertyList> {

    public PovertyLists(RecordStore store) {
        super(PovertyList.class, "poverty-lists", store);
    }

    @Override
    protected Object snapshot(PovertyList list) {
        return PovertyListView.of(list, null);
    }
}
