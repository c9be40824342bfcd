package io.provincelink.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The committed contract is what the code says; {@code -Dcontract.update=true} writes it. */
public final class ContractDrift {

    private static final Path COMMITTED = Path.of("openapi", "openapi.yaml");

    private ContractDrift() {}

    /** @throws AssertionError at the first line that differs */
    public static void check() throws IOException {
        check("/openapi");
    }

    /**
     * @param address where the application shows the contract of its own code, a path or a whole address
     * @throws AssertionError at the first line that differs
     */
    public static void check(String address) throws IOException {
        String generated = Api.unchecked()
                .with("Accept", "application/yaml")
                .get(address)
                .expect(200)
                .response()
                .asString();
        if (Boolean.getBoolean("contract.update")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, generated);
        }
        String committed = Files.readString(COMMITTED);
        if (!committed.equals(generated)) {
            String[] old = committed.split("\n");
            String[] now = generated.split("\n");
            int line = 0;
            while (line < old.length && line < now.length && old[line].equals(now[line])) {
                line++;
            }
            throw new AssertionError("openapi.yaml differs from the code at line " + (line + 1)
                    + "; if the change is meant, docs/contracts.md has the command that writes it");
        }
    }
}
