package io.provincelink.agreements.document;

import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Digest fields of RFC 9530. */
final class Digests {

    static final String REPR_DIGEST = "Repr-Digest";
    private static final List<String> FIELDS = List.of(REPR_DIGEST, "Content-Digest");
    private static final Pattern SHA_256 = Pattern.compile("(?:^|,)\\s*sha-256\\s*=\\s*:([A-Za-z0-9+/=]*):");

    private Digests() {}

    /** @param sha256 in hexadecimal digits */
    static String field(String sha256) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256)) + ":";
    }

    /**
     * Compares what the client says of the bytes with what came; algorithms other than SHA-256 say nothing here.
     *
     * @throws ProblemException 400 when it says another digest, or names SHA-256 and gives none
     */
    static void verify(HttpHeaders headers, String sha256) {
        for (String name : FIELDS) {
            String said = headers.getHeaderString(name);
            if (said != null) {
                compare(name, said, sha256);
            }
        }
    }

    private static void compare(String name, String said, String sha256) {
        Matcher matcher = SHA_256.matcher(said);
        boolean found = matcher.find();
        if (!found && said.contains("sha-256")) {
            throw ProblemException.invalid(Fault.at(name + ":", "required"));
        }
        if (found && !field(sha256).equals("sha-256=:" + matcher.group(1) + ":")) {
            throw ProblemException.of(DocumentProblem.DOCUMENT_DIGEST, name, field(sha256));
        }
    }
}
