package io.provincelink.agreements.agreement;

import io.provincelink.agreements.agreement.life.AgreementStatus;
import io.provincelink.agreements.agreement.life.Signature;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An agreement with those that it followed and those that followed it, from the first to the last, as far as the reader may see. */
public record AgreementChain(List<ChainItem> items) {

    /**
     * One agreement of the chain.
     *
     * @param status today
     * @param renews code of the agreement before it in the chain; absent for the first
     * @param successors who stands today for a party of it whose unit was closed
     */
    @Schema(name = "AgreementChainItem")
    public record ChainItem(
            UUID id,
            String code,
            Text title,
            AgreementStatus status,
            List<Signature> signatures,
            @Nullable LocalDate signedOn,
            @Nullable LocalDate inForceSince,
            @Nullable Period period,
            @Nullable String renews,
            List<PartySuccessors> successors) {}
}
