package io.provincelink.local.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provincelink.local.directory.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    @TempDir
    Path directory;

    @Test
    void everybody_has_a_token_file() throws IOException {
        tokens().writeSamples(directory.resolve("."));

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".jwt")))
                    .containsExactlyInAnyOrder(
                            "ha-giang-editor.jwt",
                            "ha-giang-approver.jwt",
                            "ha-giang-statistician.jwt",
                            "ha-giang-reader.jwt",
                            "wenshan-editor.jwt",
                            "wenshan-approver.jwt",
                            "wenshan-statistician.jwt",
                            "wenshan-reader.jwt",
                            "tuyen-quang-editor.jwt",
                            "tuyen-quang-approver.jwt",
                            "tuyen-quang-statistician.jwt",
                            "tuyen-quang-reader.jwt",
                            "lao-cai-editor.jwt",
                            "admin.jwt");
        }
    }

    @Test
    void a_token_says_who_acts_for_which_unit() throws Exception {
        Tokens tokens = tokens();
        tokens.writeSamples(directory);

        JwtClaims claims = read(
                tokens,
                NOW,
                PrivateFile.read(directory.resolve("wenshan-approver.jwt")).strip());

        assertThat(claims.getIssuer()).isEqualTo("urn:provincelink:local:test");
        assertThat(claims.getSubject()).isEqualTo("wenshan-approver");
        assertThat(claims.getClaimValue("region")).isEqualTo("CN.532600");
        assertThat(claims.getClaimValue("body")).isEqualTo("文山州人民政府外事办公室");
        assertThat(claims.getStringListClaimValue("roles")).containsExactly("reader", "approver");
        assertThat(claims.getJwtId()).isNotBlank();
        assertThat(claims.getExpirationTime().getValue())
                .isEqualTo(NOW.plus(Duration.ofDays(30)).getEpochSecond());
    }

    @Test
    void who_operates_the_suite_acts_for_no_region() throws Exception {
        Tokens tokens = tokens();
        tokens.writeSamples(directory);

        JwtClaims claims = read(
                tokens, NOW, PrivateFile.read(directory.resolve("admin.jwt")).strip());

        assertThat(claims.hasClaim("region")).isFalse();
        assertThat(claims.getStringListClaimValue("roles")).containsExactly("admin");
    }

    @Test
    void the_key_is_made_once_so_that_earlier_tokens_stay_valid() throws Exception {
        String earlier = tokens().sign(SamplePeople.loader("VN.02", List.of("editor")), Duration.ofDays(30));

        Tokens later = tokens();

        assertThat(read(later, NOW.plus(Duration.ofDays(29)), earlier).getClaimValue("region"))
                .isEqualTo("VN.02");
    }

    @Test
    void a_token_of_another_data_directory_is_worth_nothing() {
        Tokens here = tokens();
        Tokens elsewhere = new Tokens(SigningKey.at(directory.resolve("other.pem")), here.issuer(), () -> NOW);
        String foreign = elsewhere.sign(SamplePeople.all().get(0), Duration.ofMinutes(5));

        assertThatThrownBy(() -> read(here, NOW, foreign)).isInstanceOf(InvalidJwtException.class);
    }

    @Test
    void each_data_directory_issues_in_its_own_name_for_ever() {
        String issuer = Issuer.at(directory.resolve("issuer"));

        assertThat(issuer).startsWith("urn:provincelink:local:");
        assertThat(Issuer.at(directory.resolve("issuer"))).isEqualTo(issuer);
        assertThat(Issuer.at(directory.resolve("another"))).isNotEqualTo(issuer);
    }

    @Test
    void a_damaged_key_is_named() throws IOException {
        Path file = Files.writeString(directory.resolve("damaged.pem"), "not a key");

        assertThatThrownBy(() -> SigningKey.at(file)).hasMessageContaining("The signing key " + file);
    }

    private Tokens tokens() {
        InstantSource clock = () -> NOW;
        return new Tokens(SigningKey.at(directory.resolve("key.pem")), "urn:provincelink:local:test", clock);
    }

    /** As a service reads it, from what its configuration is given. */
    private static JwtClaims read(Tokens tokens, Instant now, String token) throws Exception {
        byte[] x509 = Base64.getDecoder().decode(tokens.key().publicKeyBase64());
        PublicKey key = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(x509));
        JwtConsumer consumer = new JwtConsumerBuilder()
                .setVerificationKey(key)
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, "RS256"))
                .setExpectedIssuer(tokens.issuer())
                .setExpectedAudience("provincelink")
                .setEvaluationTime(NumericDate.fromSeconds(now.getEpochSecond()))
                .setRequireExpirationTime()
                .build();
        return consumer.processToClaims(token);
    }
}
