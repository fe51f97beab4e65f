package io.tetherkey.protocol.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The script with which a virtual phone is its own operator while the kit runs. */
public final class ConformanceScript {
    private static final String FILE = "conformance.script";

    private ConformanceScript() {}

    public static String text() {
        try (InputStream in = ConformanceScript.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(FILE + " cannot be read", e);
        }
    }
}
