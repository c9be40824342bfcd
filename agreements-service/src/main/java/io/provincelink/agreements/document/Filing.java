package io.provincelink.agreements.document;

import io.provincelink.agreements.agreement.Agreement;
import io.provincelink.agreements.agreement.DocumentRole;
import io.provincelink.agreements.agreement.FiledDocument;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.Role;
import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.words.Visibility;
import java.util.List;

/**
 * Who files, replaces and withdraws which document of an agreement. Each side keeps its own papers; what shows the signature once there is
 * one, and whatever everybody can download at once, is an approver's word.
 */
record Filing(Agreement agreement, Caller caller) {

    /**
     * Who files the document, or its next version, or withdraws it.
     *
     * @return the party that the caller does it for
     * @throws ProblemException 403 when it is another side's document, or needs another role
     */
    String requireMay(FiledDocument document) {
        boolean approvers =
                agreement.visibility() == Visibility.PUBLIC || document.ofTheSignature() && agreement.isSigned();
        String role = approvers ? Role.APPROVER : Role.EDITOR;
        if (document.filed()
                && !agreement.isActedForBy(caller, document.newest().by())) {
            throw ProblemException.of(
                    DocumentProblem.DOCUMENT_OF_OTHERS, document.newest().by());
        }
        if (!caller.has(role)) {
            throw ProblemException.roleNeeded(role);
        }
        List<String> sides = document.filed() ? List.of(document.newest().by()) : agreement.parties();
        return sides.stream()
                .filter(party ->
                        approvers ? agreement.isDecidedForBy(caller, party) : agreement.isActedForBy(caller, party))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(CommonProblem.NOT_YOUR_PARTY, String.join(", ", sides)));
    }

    /**
     * There is one wording that binds in a language; another one takes its place by the side that filed it.
     *
     * @throws ProblemException 409 naming the document that is there
     */
    void requireOnlyOne(FiledDocument document) {
        if (document.role() != DocumentRole.AUTHENTIC_TEXT) {
            return;
        }
        agreement.documents().stream()
                .filter(other -> other.role() == DocumentRole.AUTHENTIC_TEXT && !other.withdrawn())
                .filter(other -> other.language().equals(document.language()))
                .filter(other -> !other.id().equals(document.id()))
                .findFirst()
                .ifPresent(other -> {
                    throw ProblemException.of(
                            DocumentProblem.DOCUMENT_THERE_ALREADY,
                            other.language(),
                            other.newest().by(),
                            other.id());
                });
    }
}
