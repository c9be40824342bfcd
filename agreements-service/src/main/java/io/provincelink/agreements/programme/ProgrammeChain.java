package io.provincelink.agreements.programme;

import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Programmes that follow on one another, in the order of time. */
public record ProgrammeChain(List<ChainedProgramme> items) {

    static ProgrammeChain of(List<Programme> programmes, LocalDate today) {
        List<UUID> shown = programmes.stream().map(Programme::id).toList();
        return new ProgrammeChain(programmes.stream()
                .map(programme -> ChainedProgramme.of(programme, shown, today))
                .toList());
    }

    /**
     * One programme of a chain.
     *
     * @param predecessor id of the one that it follows on, where that one stands in the chain
     */
    public record ChainedProgramme(
            UUID id,
            String code,
            Text title,
            Period period,
            ProgrammeStatus status,
            List<String> parties,
            Visibility visibility,
            @Nullable UUID predecessor) {

        static ChainedProgramme of(Programme programme, List<UUID> shown, LocalDate today) {
            UUID before = programme.links().predecessor();
            return new ChainedProgramme(
                    programme.id(),
                    programme.code(),
                    programme.title(),
                    programme.period(),
                    programme.status(today),
                    programme.parties(),
                    programme.visibility(),
                    before != null && shown.contains(before) ? before : null);
        }
    }
}
