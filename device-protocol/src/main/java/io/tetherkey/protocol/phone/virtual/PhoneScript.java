package io.tetherkey.protocol.phone.virtual;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a virtual phone does by itself: rules of which the first that matches a new screen is carried out. */
public record PhoneScript(List<ScriptRule> rules) {
    private static final String DEMO = "demo.script";

    public PhoneScript {
        rules = List.copyOf(rules);
    }

    /**
     * Reads a script of UTF-8 text.
     *
     * @throws IOException if the file cannot be read
     * @throws ScriptException for the first line that cannot be understood
     */
    public static PhoneScript read(Path file) throws IOException, ScriptException {
        return parse(Files.readString(file));
    }

    /** @throws ScriptException for the first line that cannot be understood */
    public static PhoneScript parse(String text) throws ScriptException {
        return new PhoneScript(ScriptParser.parse(text));
    }

    /** The text of the script with which the demo customer pays. */
    public static String demoText() {
        try (InputStream in = PhoneScript.class.getResourceAsStream(DEMO)) {
            if (in == null) {
                throw new IllegalStateException(DEMO + " is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(DEMO + " cannot be read", e);
        }
    }
}
