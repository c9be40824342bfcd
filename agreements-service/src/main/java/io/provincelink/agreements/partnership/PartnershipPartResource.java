package io.provincelink.agreements.partnership;

import io.provincelink.agreements.agreement.AgreementBriefs;
import io.provincelink.agreements.assistance.AssistanceProjectBriefs;
import io.provincelink.agreements.programme.ProgrammeBriefs;
import io.provincelink.agreements.programme.ProgrammeSelection;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.record.Filter;
import io.provincelink.record.brief.PartiesQuery;
import io.provincelink.record.brief.Selection;
import io.provincelink.record.brief.Selections;
import io.provincelink.record.brief.Warning;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** For the gateway only, which does not pass this address on; scoped by the caller like everything else. */
@Path("partnership-part")
@Produces(MediaType.APPLICATION_JSON)
public class PartnershipPartResource {

    private final Selections selections;
    private final AgreementBriefs agreements;
    private final ProgrammeBriefs programmes;
    private final Ties ties;
    private final CurrentCaller caller;

    PartnershipPartResource(
            Selections selections,
            AgreementBriefs agreements,
            ProgrammeBriefs programmes,
            Ties ties,
            CurrentCaller caller) {
        this.selections = selections;
        this.agreements = agreements;
        this.programmes = programmes;
        this.ties = ties;
        this.caller = caller;
    }

    /** Each collection by its index of {@code within}, as its own list. */
    @GET
    @PermitAll
    @Operation(hidden = true)
    public AgreementsPartnershipPart get(@BeanParam PartiesQuery query) {
        Caller reader = caller.get();
        ParameterReader parameters = new ParameterReader(reader);
        query.check(parameters);
        Supplier<Filter> together = () -> query.together(parameters);
        ProgrammeSelection found = ProgrammeSelection.of(reader, selections, programmes, together);
        List<Warning> warnings = new ArrayList<>(agreements.warnings(reader, together.get()));
        warnings.addAll(programmes.warnings(reader, together));
        return new AgreementsPartnershipPart(
                selections.newest(reader, agreements, together.get()),
                found,
                selections.newest(reader, ties.twinnings(), together.get()),
                selections.newest(reader, ties.donations(), together.get()),
                serving(reader, found),
                warnings);
    }

    /** A project has one owner and no other party; what makes it one of theirs is the programme that it serves. */
    private Selection serving(Caller reader, ProgrammeSelection found) {
        List<String> names = Stream.of(found.running(), found.planned(), found.past())
                .flatMap(selection -> selection.items().stream())
                .flatMap(programme -> Stream.of(programme.id().toString(), String.valueOf(programme.code())))
                .toList();
        return names.isEmpty()
                ? new Selection(List.of(), false)
                : selections.newest(reader, ties.projects(), AssistanceProjectBriefs.serving(names));
    }
}
