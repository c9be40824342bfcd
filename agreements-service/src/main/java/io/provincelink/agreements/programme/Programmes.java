package io.provincelink.agreements.programme;

import io.provincelink.kit.time.Today;
import io.provincelink.record.RecordStore;
import io.provincelink.record.Records;
import jakarta.inject.Singleton;

/** All programmes. */
@Singleton
public class Programmes extends Records<Programme> {

    private final Today today;

    public Programmes(RecordStore store, Today today) {
        super(Programme.class, "programmes", store);
        this.today = today;
    }

    @Override
    protected Object snapshot(Programme programme) {
        return ProgrammeView.of(programme, today.get());
    }

    @Override
    protected boolean hasCode() {
        return true;
    }
}
