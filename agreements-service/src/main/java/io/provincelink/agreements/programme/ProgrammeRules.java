package io.provincelink.agreements.programme;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.http.DraftRules;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.record.RecordDesk;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether a programme may be as it is drafted: what it says, and what it refers to: its predecessor, the programme that it is part of, its
 * agreements and legal acts. Whoever writes a reference must see what it leads to. One that stands already is not looked up again: the
 * other side may have set it to what it alone sees.
 */
@Singleton
class ProgrammeRules implements DraftRules<ProgrammeDraft> {

    private final Programmes programmes;
    private final Foundations foundations;
    private final RecordDesk desk;

    ProgrammeRules(Programmes programmes, Foundations foundations, RecordDesk desk) {
        this.programmes = programmes;
        this.foundations = foundations;
        this.desk = desk;
    }

    @Override
    public Class<ProgrammeDraft> drafts() {
        return ProgrammeDraft.class;
    }

    @Override
    public List<Fault> faults(ProgrammeDraft draft, @Nullable ExternalId key) {
        Anchor anchor = desk.registrar().anchor(draft.anchorDays());
        return check(desk.caller(), draft, anchor, desk.present(programmes, key))
                .faults();
    }

    /** What was found: no programme is made of it while there are faults. */
    record Checked(Links links, List<Fault> faults) {}

    /** @param before the programme as it stands, null for a new one */
    Checked check(Caller writer, ProgrammeDraft draft, Anchor anchor, @Nullable Programme before) {
        List<Fault> faults = new ArrayList<>(
                before == null
                        ? draft.faults(anchor, writer.today())
                        : desk.faults(ProgrammeDraft.of(before), draft, anchor));
        List<UUID> restsOn = foundations.find(writer, draft, before, faults);
        Links links = new Links(
                predecessor(writer, draft.predecessor(), before, faults),
                parent(writer, draft.parent(), before, faults),
                restsOn);
        return new Checked(links, faults);
    }

    /** The agreement or legal act of that id or code, if the caller may see one. */
    Optional<UUID> foundation(Caller reader, String reference) {
        return foundations.named(reader, reference);
    }

    private @Nullable UUID predecessor(
            Caller writer, @Nullable String reference, @Nullable Programme before, List<Fault> faults) {
        if (before != null && Objects.equals(reference, before.terms().predecessor())) {
            return before.links().predecessor();
        }
        UUID found = find(writer, "/predecessor", reference, faults);
        if (found != null
                && before != null
                && programmes.isReached(writer, Programmes.Link.PREDECESSOR, found, before.id())) {
            faults.add(Fault.at("/predecessor", "circle"));
        }
        return found;
    }

    private @Nullable UUID parent(
            Caller writer, @Nullable String reference, @Nullable Programme before, List<Fault> faults) {
        if (before != null && Objects.equals(reference, before.terms().parent())) {
            return before.links().parent();
        }
        UUID found = find(writer, "/parent", reference, faults);
        if (found != null
                && before != null
                && programmes.isReached(writer, Programmes.Link.PARENT, found, before.id())) {
            faults.add(Fault.at("/parent", "circle"));
        }
        return found;
    }

    private @Nullable UUID find(Caller writer, String at, @Nullable String reference, List<Fault> faults) {
        if (reference == null) {
            return null;
        }
        UUID found = programmes.find(writer, reference).map(Programme::id).orElse(null);
        if (found == null) {
            faults.add(Fault.at(at, "unknown-record"));
        }
        return found;
    }
}
