package io.provincelink.trade.sdmx.structure;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.provincelink.trade.sdmx.Form;
import io.provincelink.trade.sdmx.Sdmx;
import io.provincelink.trade.sdmx.SdmxAnswer;
import io.provincelink.trade.sdmx.SdmxDesk;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Structures over HTTP, as the REST interface of SDMX 2.1 asks for them. */
@Path(Sdmx.PATH)
@Produces({Form.STRUCTURE_XML, Form.STRUCTURE_JSON, Form.XML, Form.XML_TEXT, Form.JSON})
@Tag(name = "SDMX")
public class StructureResource {

    private final SdmxDesk desk;
    private final CodeNames names;
    private final ObjectMapper json;

    public StructureResource(SdmxDesk desk, CodeNames names, ObjectMapper json) {
        this.desk = desk;
        this.names = names;
        this.json = json;
    }

    @GET
    @Path("{structure}")
    @PermitAll
    @Operation(operationId = "listSdmxStructures", summary = "All structures of a kind")
    public SdmxAnswer all(@BeanParam StructurePath path, @Valid @BeanParam StructureQuery query) {
        return answer(path, query);
    }

    @GET
    @Path("{structure}/{agency}")
    @PermitAll
    @Operation(operationId = "listSdmxStructuresOfAgency", summary = "Structures that an agency maintains")
    public SdmxAnswer ofAgency(@BeanParam StructurePath path, @Valid @BeanParam StructureQuery query) {
        return answer(path, query);
    }

    @GET
    @Path("{structure}/{agency}/{id}")
    @PermitAll
    @Operation(operationId = "getSdmxStructure", summary = "One structure, or some")
    public SdmxAnswer latest(@BeanParam StructurePath path, @Valid @BeanParam StructureQuery query) {
        return answer(path, query);
    }

    @GET
    @Path("{structure}/{agency}/{id}/{version}")
    @PermitAll
    @Operation(operationId = "getSdmxStructureVersion", summary = "One structure in one version")
    public SdmxAnswer version(@BeanParam StructurePath path, @Valid @BeanParam StructureQuery query) {
        return answer(path, query);
    }

    @GET
    @Path("{structure}/{agency}/{id}/{version}/{item}")
    @PermitAll
    @Operation(operationId = "getSdmxItem", summary = "Some codes of a code list, or concepts of a scheme")
    public SdmxAnswer item(@BeanParam StructurePath path, @Valid @BeanParam StructureQuery query) {
        return answer(path, query);
    }

    private SdmxAnswer answer(StructurePath path, StructureQuery query) {
        var chosen = desk.choose(query.format, StructureForm.values());
        Selection selection = Selection.of(path, query);
        Sdmx.State state = desk.state();
        return desk.answer(chosen, state, form -> {
            Structures structures = Structures.of(selection, state, set -> names.codes(desk.caller(), set));
            return form == StructureForm.XML
                    ? new StructureXml(structures)
                    : new StructureJson(structures, desk.language(), json);
        });
    }
}
