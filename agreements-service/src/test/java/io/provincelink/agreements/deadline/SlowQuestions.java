package io.provincelink.agreements.deadline;

import jakarta.annotation.security.PermitAll;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Takes long in the database; for tests. */
@Path("slow-questions")
@Produces("application/json")
@PermitAll
public class SlowQuestions {

    private final EntityManager entities;

    SlowQuestions(EntityManager entities) {
        this.entities = entities;
    }

    @GET
    @Operation(hidden = true)
    public String ask() {
        return "\""
                + entities.createNativeQuery("select cast(pg_sleep(20) as text)")
                        .getSingleResult() + "\"";
    }

    @GET
    @Path("in-a-transaction")
    @Transactional
    @Operation(hidden = true)
    public String askInTransaction() {
        return ask();
    }

    /** Asks while the body is still coming. */
    @POST
    @Consumes("text/plain")
    @Operation(hidden = true)
    public String askMeanwhile(InputStream body) throws IOException {
        body.read();
        aSecond();
        body.readAllBytes();
        return "\"all\"";
    }

    /** Asks when the answer has begun. */
    @GET
    @Path("in-an-answer")
    @Operation(hidden = true)
    public StreamingOutput askWithin() {
        return out -> {
            out.write('"');
            out.flush();
            aSecond();
            out.write('"');
        };
    }

    private void aSecond() {
        entities.createNativeQuery("select cast(pg_sleep(1) as text)").getSingleResult();
    }
}
