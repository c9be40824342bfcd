package io.provincelink.gateway.contract;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/**
 * The contract of the whole suite in both of its forms, as the build wrote it, and a tag that changes with it.
 *
 * @param tag an entity tag, in quotes
 */
record MergedContract(byte[] yaml, byte[] json, String tag) {

    static MergedContract load() throws IOException {
        byte[] yaml = read("openapi.yaml");
        CRC32 crc = new CRC32();
        crc.update(yaml);
        return new MergedContract(yaml, read("openapi.json"), "\"" + Long.toHexString(crc.getValue()) + "\"");
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream file =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("contract/" + name)) {
            if (file == null) {
                throw new IOException("the build wrote no " + name);
            }
            return file.readAllBytes();
        }
    }
}
