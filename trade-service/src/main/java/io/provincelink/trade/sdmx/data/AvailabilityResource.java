package io.provincelink.trade.sdmx.data;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.trade.sdmx.Form;
import io.provincelink.trade.sdmx.Sdmx;
import io.provincelink.trade.sdmx.SdmxAnswer;
import io.provincelink.trade.sdmx.SdmxDesk;
import io.provincelink.trade.sdmx.structure.Artefact;
import io.provincelink.trade.sdmx.structure.StructureForm;
import io.provincelink.trade.sdmx.structure.StructureJson;
import io.provincelink.trade.sdmx.structure.StructureXml;
import io.provincelink.trade.sdmx.structure.Structures;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which values there are, as a constraint of SDMX 2.1: what a client builds its menus of. */
@Path(Sdmx.PATH)
@Produces({Form.STRUCTURE_XML, Form.STRUCTURE_JSON, Form.XML, Form.XML_TEXT, Form.JSON})
@Tag(name = "SDMX")
public class AvailabilityResource {

    private final SdmxDesk desk;
    private final Availability availability;
    private final SdmxCodes names;
    private final ObjectMapper json;

    public AvailabilityResource(SdmxDesk desk, Availability availability, SdmxCodes names, ObjectMapper json) {
        this.desk = desk;
        this.availability = availability;
        this.names = names;
        this.json = json;
    }

    @GET
    @Path("availableconstraint/{flow}")
    @PermitAll
    @Operation(operationId = "getSdmxAvailability", summary = "The values of each dimension that there are")
    public SdmxAnswer all(@BeanParam DataPath path, @Valid @BeanParam AvailabilityQuery query) {
        return answer(path, query);
    }

    @GET
    @Path("availableconstraint/{flow}/{key}")
    @PermitAll
    @Operation(operationId = "getSdmxAvailabilityOfKey", summary = "The same in the data that a key finds")
    public SdmxAnswer ofKey(@BeanParam DataPath path, @Valid @BeanParam AvailabilityQuery query) {
        return answer(path, query);
    }

    @GET
    @Path("availableconstraint/{flow}/{key}/{provider}")
    @PermitAll
    @Operation(operationId = "getSdmxAvailabilityOfProvider", summary = "The same in the data of some reporters")
    public SdmxAnswer ofProvider(@BeanParam DataPath path, @Valid @BeanParam AvailabilityQuery query) {
        return answer(path, query);
    }

    @GET
    @Path("availableconstraint/{flow}/{key}/{provider}/{component}")
    @PermitAll
    @Operation(operationId = "getSdmxAvailabilityOfComponent", summary = "The same, of one dimension")
    public SdmxAnswer ofComponent(@BeanParam DataPath path, @Valid @BeanParam AvailabilityQuery query) {
        return answer(path, query);
    }

    private SdmxAnswer answer(DataPath path, AvailabilityQuery query) {
        var chosen = desk.choose(query.format, StructureForm.values());
        DataQuestion question = DataQuestion.of(path, query, new ParameterReader(desk.caller()));
        boolean wide = Availability.isWide(query.mode);
        Structures.Company company = Structures.company(query.references);
        Sdmx.State state = desk.state();
        return desk.answer(chosen, state, form -> {
            Artefact.Constraint constraint = availability.constraint(desk.caller(), question, path.components(), wide);
            Structures structures = company.of(constraint, state, set -> names.codes(desk.caller(), set));
            return form == StructureForm.XML
                    ? new StructureXml(structures)
                    : new StructureJson(structures, desk.language(), json);
        });
    }
}
