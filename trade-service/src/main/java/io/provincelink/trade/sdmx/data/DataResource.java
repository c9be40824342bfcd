package io.provincelink.trade.sdmx.data;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.trade.sdmx.Form;
import io.provincelink.trade.sdmx.Negotiation.Chosen;
import io.provincelink.trade.sdmx.Sdmx;
import io.provincelink.trade.sdmx.SdmxAnswer;
import io.provincelink.trade.sdmx.SdmxDesk;
import io.provincelink.trade.sdmx.SdmxProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Data over HTTP, as the REST interface of SDMX 2.1 asks for them. */
@Path(Sdmx.PATH)
@Produces({
    Form.GENERIC,
    Form.SPECIFIC,
    Form.GENERIC_TIME_SERIES,
    Form.SPECIFIC_TIME_SERIES,
    Form.DATA_JSON,
    Form.DATA_CSV,
    Form.XML,
    Form.XML_TEXT,
    Form.JSON,
    Form.CSV
})
@Tag(name = "SDMX")
public class DataResource {

    private final SdmxDesk desk;
    private final SdmxFigures figures;
    private final KeyCodes codes;
    private final SdmxCodes names;
    private final ObjectMapper json;

    public DataResource(SdmxDesk desk, SdmxFigures figures, KeyCodes codes, SdmxCodes names, ObjectMapper json) {
        this.desk = desk;
        this.figures = figures;
        this.codes = codes;
        this.names = names;
        this.json = json;
    }

    @GET
    @Path("data/{flow}")
    @PermitAll
    @Operation(operationId = "listSdmxData", summary = "All data of a dataflow")
    public SdmxAnswer all(@BeanParam DataPath path, @Valid @BeanParam DataQuery query) {
        return answer(path, query);
    }

    @GET
    @Path("data/{flow}/{key}")
    @PermitAll
    @Operation(operationId = "getSdmxData", summary = "The series of a dataflow that a key finds")
    public SdmxAnswer ofKey(@BeanParam DataPath path, @Valid @BeanParam DataQuery query) {
        return answer(path, query);
    }

    @GET
    @Path("data/{flow}/{key}/{provider}")
    @PermitAll
    @Operation(operationId = "getSdmxDataOfProvider", summary = "The series that a key finds, of some reporters alone")
    public SdmxAnswer ofProvider(@BeanParam DataPath path, @Valid @BeanParam DataQuery query) {
        return answer(path, query);
    }

    private SdmxAnswer answer(DataPath path, DataQuery query) {
        Chosen<DataForm> chosen = desk.choose(query.format, DataForm.values());
        DataQuestion question = DataQuestion.of(path, query, new ParameterReader(desk.caller()));
        Arrangement arrangement = Arrangement.of(query, question.flow(), chosen.form());
        DataCsv.Options options = DataCsv.Options.of(chosen.form(), chosen.parameters());
        Sdmx.State state = desk.state();
        return desk.answer(chosen, state, form -> {
            SeriesReader series = new SeriesReader(
                    figures,
                    codes,
                    desk.caller(),
                    question,
                    !arrangement.detail().hasObservations());
            if (!series.hasNext()) {
                throw ProblemException.of(SdmxProblem.NO_RESULTS);
            }
            var told = new DataJson.Told(question.flow(), arrangement, labels(), state);
            return new DataMessage(form, told, options, series, json);
        });
    }

    /** They are looked up while the data are on their way. */
    private Labels labels() {
        Caller caller = desk.caller();
        return new Labels(
                desk.language(), set -> QuarkusTransaction.requiringNew().call(() -> names.codes(caller, set)));
    }
}
