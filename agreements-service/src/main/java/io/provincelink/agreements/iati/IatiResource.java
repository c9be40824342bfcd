package io.provincelink.agreements.iati;

import io.provincelink.agreements.assistance.AssistanceProject;
import io.provincelink.agreements.assistance.AssistanceProjectQuery;
import io.provincelink.agreements.assistance.AssistanceProjects;
import io.provincelink.agreements.assistance.AssistanceTransaction;
import io.provincelink.agreements.organisation.Organisation;
import io.provincelink.agreements.organisation.Organisations;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.kit.http.Conditional;
import io.provincelink.kit.http.Conditional.Versioned;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.time.Today;
import io.provincelink.record.Filter;
import io.provincelink.record.RecordRoot;
import io.provincelink.record.audit.Reading;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Projects of assistance as IATI files, for who asks for XML. The contract has them as a second media type of the JSON operations. */
@Path("assistance-projects")
@Produces(MediaType.APPLICATION_XML)
public class IatiResource {

    /** Projects that are in memory at once. */
    private static final int PIECE = 200;

    private static final String VARY = "Authorization, Accept, Accept-Encoding";

    private final AssistanceProjects projects;
    private final Organisations organisations;
    private final CurrentCaller caller;
    private final Conditional conditional;
    private final Today today;
    private final IatiSettings settings;

    public IatiResource(
            AssistanceProjects projects,
            Organisations organisations,
            CurrentCaller caller,
            Conditional conditional,
            Today today,
            IatiSettings settings) {
        this.projects = projects;
        this.organisations = organisations;
        this.caller = caller;
        this.conditional = conditional;
        this.today = today;
        this.settings = settings;
    }

    /** All that the filters find, in one file; 204 where that is nothing, because an IATI file has one activity at least. */
    @GET
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<StreamingOutput> list(@Valid @BeanParam AssistanceProjectQuery query) {
        Caller reader = caller.get();
        Filter filter = query.filter(
                new ParameterReader(reader),
                id -> organisations.find(reader, id).map(RecordRoot::id));
        // asked for before the answer begins: what fails now can still be told in its status
        List<AssistanceProject> first = projects.piece(reader, filter, null, PIECE);
        projects.shown(reader, first, Reading.How.LIST);
        if (first.isEmpty()) {
            return RestResponse.ResponseBuilder.<StreamingOutput>create(RestResponse.Status.NO_CONTENT)
                    .header(HttpHeaders.VARY, VARY)
                    .build();
        }
        StreamingOutput file = out -> {
            try {
                IatiXml xml = IatiXml.activities(out, today.now());
                List<AssistanceProject> piece = first;
                while (!piece.isEmpty()) {
                    write(xml, reader, piece);
                    UUID last = piece.get(piece.size() - 1).id();
                    piece = piece.size() < PIECE ? List.of() : projects.piece(reader, filter, last, PIECE);
                    projects.shown(reader, piece, Reading.How.LIST);
                }
                xml.finish();
            } catch (XMLStreamException failed) {
                throw new IOException(failed);
            }
        };
        return RestResponse.ResponseBuilder.ok(file)
                .header(HttpHeaders.VARY, VARY)
                .build();
    }

    /** One project; its ETag follows the organisation's record too, whose name is in the file. */
    @GET
    @Path("{id}")
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<StreamingOutput> get(@PathParam("id") UUID id) {
        Caller reader = caller.get();
        Long organisation = projects.organisationVersion(reader, id).orElse(null);
        return conditional.read(
                () -> projects.version(reader, id.toString()),
                () -> {
                    AssistanceProject project = projects.get(reader, id.toString());
                    projects.shown(reader, List.of(project), Reading.How.RECORD);
                    return new Versioned<>(project.version(), file(reader, project));
                },
                MediaType.APPLICATION_XML,
                organisation);
    }

    private StreamingOutput file(Caller reader, AssistanceProject project) {
        return out -> {
            try {
                IatiXml xml = IatiXml.activities(out, generatedAt(reader, project));
                write(xml, reader, List.of(project));
                xml.finish();
            } catch (XMLStreamException failed) {
                throw new IOException(failed);
            }
        };
    }

    /** The same bytes for the same ETag: not now, but when what is in the file last changed. */
    private Instant generatedAt(Caller reader, AssistanceProject project) {
        Instant changed = project.updatedAt();
        return organisations
                .find(reader, project.organisation().toString())
                .map(Organisation::updatedAt)
                .filter(changed::isBefore)
                .orElse(changed);
    }

    private void write(IatiXml xml, Caller reader, List<AssistanceProject> piece) throws XMLStreamException {
        Map<UUID, List<AssistanceTransaction>> transactions =
                projects
                        .transactions(
                                reader,
                                piece.stream().map(AssistanceProject::id).toList())
                        .stream()
                        .collect(Collectors.groupingBy(AssistanceTransaction::project));
        Map<UUID, Organisation> known = organisations.byId(
                reader, piece.stream().map(AssistanceProject::organisation).collect(Collectors.toSet()));
        for (AssistanceProject project : piece) {
            @Nullable Organisation organisation = known.get(project.organisation());
            new IatiActivity(project, organisation, reader.regions(), settings.publisher())
                    .write(xml, transactions.getOrDefault(project.id(), List.of()));
        }
    }
}
