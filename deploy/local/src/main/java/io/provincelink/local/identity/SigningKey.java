package io.provincelink.local.identity;

import io.provincelink.local.directory.LaunchFailure;
import io.provincelink.local.directory.PrivateFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** The RSA key that signs a data directory's tokens: made once, so that tokens of earlier starts stay valid. */
public final class SigningKey {
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----\n";
    private static final String END = "\n-----END PRIVATE KEY-----\n";

    private final RSAPrivateCrtKey privateKey;

    private SigningKey(RSAPrivateCrtKey privateKey) {
        this.privateKey = privateKey;
    }

    /**
     * Reads the key, or makes it (RSA, 2048 bits, PKCS#8 PEM, mode 0600).
     *
     * @throws LaunchFailure if the file is there but holds no key
     */
    public static SigningKey at(Path file) {
        try {
            if (!Files.exists(file)) {
                PrivateFile.write(file, BEGIN + mime().encodeToString(generate().getEncoded()) + END);
            }
            String pem = PrivateFile.read(file);
            byte[] bytes = Base64.getMimeDecoder()
                    .decode(pem.replace(BEGIN.strip(), "").replace(END.strip(), ""));
            PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
            if (key instanceof RSAPrivateCrtKey rsa) {
                return new SigningKey(rsa);
            }
            throw new LaunchFailure("The signing key " + file + " is not an RSA key.");
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new LaunchFailure(
                    "The signing key " + file
                            + " cannot be read; without it no earlier token is valid: bring the file back, or delete it to get a new key.",
                    e);
        }
    }

    private static Base64.Encoder mime() {
        return Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static PrivateKey generate() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair().getPrivate();
    }

    /** The public half as base64 of its X.509 form, as the services' configuration takes it. */
    public String publicKeyBase64() {
        return Base64.getEncoder().encodeToString(publicKey().getEncoded());
    }

    PublicKey publicKey() {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(privateKey.getModulus(), privateKey.getPublicExponent()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RSASSA-PKCS1-v1_5 with SHA-256, which JWS calls RS256. */
    byte[] sign(byte[] content) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(privateKey);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
