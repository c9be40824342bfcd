package io.provincelink.agreements.twinning;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.region.Region;
import io.provincelink.kit.words.Text;
import io.provincelink.record.brief.Actor;
import io.provincelink.record.brief.Brief;
import io.provincelink.record.brief.Briefs;
import io.provincelink.record.brief.Span;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Twinnings in short, titled by the names of both sides. */
@Singleton
public class TwinningBriefs implements Briefs<Twinning> {

    private final Twinnings twinnings;

    public TwinningBriefs(Twinnings twinnings) {
        this.twinnings = twinnings;
    }

    @Override
    public String type() {
        return "TWINNING";
    }

    @Override
    public Twinnings records() {
        return twinnings;
    }

    @Override
    public Brief brief(Caller reader, Twinning twinning) {
        return new Brief(
                type(),
                twinning.id(),
                null,
                twinnings.address(twinning),
                twinning.level().name(),
                title(reader, twinning),
                Actor.units(twinning.parties()),
                twinning.terms().sides().stream()
                        .flatMap(side -> side.regions().stream())
                        .distinct()
                        .toList(),
                List.of(),
                Span.of(twinning.since(), twinning.until()),
                null);
    }

    /** A side of several units, or of units that nobody named, reads as its party or its country. */
    private static @Nullable Text title(Caller reader, Twinning twinning) {
        return Brief.joined(twinning.terms().sides().stream()
                .flatMap(side -> side.name() != null ? Stream.of(side.name()) : unitOf(reader, twinning, side))
                .toList());
    }

    private static Stream<Text> unitOf(Caller reader, Twinning twinning, TwinningSide side) {
        if (side.regions().size() == 1) {
            return named(reader, twinning, side.regions().get(0));
        }
        return twinning.parties().stream()
                .filter(party -> reader.regions()
                        .on(party, twinning.anchor())
                        .filter(unit -> unit.country().equals(side.country()))
                        .isPresent())
                .findFirst()
                .map(party -> named(reader, twinning, party))
                .orElseGet(() -> named(reader, twinning, side.country()));
    }

    private static Stream<Text> named(Caller reader, Twinning twinning, String code) {
        return reader.regions().on(code, twinning.anchor()).map(Region::name).stream();
    }
}
