package io.provincelink.agreements.deadline;

import jakarta.annotation.security.PermitAll;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
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
}
