package io.provincelink.agreements.povertylist;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.words.Field;
import io.provincelink.record.brief.Actor;
import io.provincelink.record.brief.Brief;
import io.provincelink.record.brief.Briefs;
import io.provincelink.record.brief.Span;
import jakarta.inject.Singleton;
import java.util.List;

/** Lists of poor units in short. */
@Singleton
class PovertyListBriefs implements Briefs<PovertyList> {

    private final PovertyLists lists;

    PovertyListBriefs(PovertyLists lists) {
        this.lists = lists;
    }

    @Override
    public String type() {
        return "POVERTY_LIST";
    }

    @Override
    public PovertyLists records() {
        return lists;
    }

    @Override
    public Brief brief(Caller reader, PovertyList list) {
        return new Brief(
                type(),
                list.id(),
                null,
                lists.address(list),
                list.kind().name(),
                list.terms().title(),
                Actor.units(list.parties()),
                List.of(list.country()),
                List.of(Field.POVERTY_REDUCTION),
                Span.of(list.since(), list.until()),
                null);
    }
}
