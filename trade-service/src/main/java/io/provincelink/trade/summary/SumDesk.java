package io.provincelink.trade.summary;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.kit.http.Conditional;
import io.provincelink.kit.http.Conditional.Versioned;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.trade.export.SheetWriter;
import io.provincelink.trade.gate.Gates;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/** Where sums are asked for: the conventions of the API around what a summary or a series itself does. */
@RequestScoped
public class SumDesk {

    private final TradeSums sums;
    private final Gates gates;
    private final CurrentCaller caller;
    private final Conditional conditional;
    private final HttpHeaders headers;

    public SumDesk(TradeSums sums, Gates gates, CurrentCaller caller, Conditional conditional, HttpHeaders headers) {
        this.sums = sums;
        this.gates = gates;
        this.caller = caller;
        this.conditional = conditional;
        this.headers = headers;
    }

    public Caller caller() {
        return caller.get();
    }

    public ParameterReader parameters() {
        return new ParameterReader(caller());
    }

    /** The number of the gate with this code, which the parameter {@code gate} names. */
    public short gate(String code) {
        return gates.number(caller(), "?gate", code);
    }

    /**
     * Answers with what is added up, or 304 while nothing was written since.
     *
     * @param answer is made of a state that is at least as new as the one that it gets
     */
    public <V> RestResponse<V> read(Function<TradeSums.State, V> answer) {
        String form = String.valueOf(headers.getHeaderString(HttpHeaders.ACCEPT));
        String language = String.valueOf(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        RestResponse<V> read = conditional.read(
                () -> sums.state(caller()).version(),
                () -> {
                    TradeSums.State state = sums.state(caller());
                    return new Versioned<>(state.version(), answer.apply(state));
                },
                form,
                language);
        if (form.equals(SheetWriter.SHEET)) {
            // a sheet tells when it was made, so two of them say the same in different bytes
            read.getHeaders().putSingle(HttpHeaders.ETAG, "W/" + read.getHeaderString(HttpHeaders.ETAG));
        }
        return read;
    }
}
