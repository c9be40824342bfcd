package io.provincelink.exchanges.practice;

import io.provincelink.record.RecordStore;
import io.provincelink.record.Records;
import jakarta.inject.Singleton;

/** All practices. */
@Singleton
public class Practices extends Records<Practice> {

    public Practices(RecordStore store) {
        super(Practice.class, "practices", store);
    }

    @Override
    protected Object snapshot(Practice practice) {
        return PracticeView.of(practice);
    }
}
