package io.provincelink.local.dataset;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.provincelink.local.directory.LaunchFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The published facts as the documents that a client would send, with the order to send them in. */
public final class Dataset {
    private static final JsonMapper JSON = new JsonMapper();

    private record Index(List<Step> steps) {}

    private final Path directory;

    public Dataset(Path directory) {
        this.directory = directory;
    }

    /**
     * @return the calls in order
     * @throws LaunchFailure if {@code dataset.json} is missing or not understood
     */
    public List<Step> steps() {
        Path index = directory.resolve("dataset.json");
        if (!Files.exists(index)) {
            throw new LaunchFailure("There is no dataset at " + index + ": start with --no-dataset, or bring it back.");
        }
        try {
            return JSON.readValue(index.toFile(), Index.class).steps();
        } catch (IOException e) {
            throw new LaunchFailure("The dataset's index " + index + " is not understood: " + firstLine(e) + ".", e);
        }
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /**
     * @return the bytes to send for a step; empty where it has neither file nor body
     * @throws LaunchFailure if the file is missing
     */
    public byte[] content(Step step) {
        try {
            if (step.file() != null) {
                return Files.readAllBytes(directory.resolve(step.file()));
            }
            return step.body() == null ? new byte[0] : JSON.writeValueAsBytes(step.body());
        } catch (IOException e) {
            throw new LaunchFailure("The dataset's file " + step.file() + " cannot be read.", e);
        }
    }

    /** SHA-256 over the names and bytes of all files, as hex: the same for the same facts. */
    public String fingerprint() {
        try (Stream<Path> files = Files.walk(directory)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                byte[] content = Files.readAllBytes(file);
                String heading = directory.relativize(file) + "\n" + content.length + "\n";
                digest.update(heading.getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
