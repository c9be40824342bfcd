package io.provincelink.agreements.assistance;

import io.provincelink.kit.http.PageRequest;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Filters of the list of a project's transactions. */
public class AssistanceTransactionQuery extends PageRequest {

    @QueryParam("kind")
    public @Nullable TransactionKind kind;
}
