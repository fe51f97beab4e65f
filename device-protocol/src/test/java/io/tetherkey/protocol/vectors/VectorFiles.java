package io.tetherkey.protocol.vectors;

import io.tetherkey.protocol.seal.Suite;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All published test vectors, made anew from the code (PROTOCOL.md, "Test vectors"). */
final class VectorFiles {
    private VectorFiles() {}

    /** File name to contents. */
    static Map<String, String> all() throws Exception {
        Map<String, JsonObject> files = new LinkedHashMap<>();
        for (Suite suite : Suite.values()) {
            files.put("session-" + name(suite) + ".json", SessionVectors.payments(suite));
            files.put("login-" + name(suite) + ".json", SessionVectors.logins(suite));
            files.put("refusals-" + name(suite) + ".json", RefusalVectors.file(suite));
            files.put("enrolment-" + name(suite) + ".json", EnrolmentVectors.file(suite));
        }
        files.put("cbor.json", CborVectors.file());
        files.put("frames.json", FrameVectors.file());
        files.put("credentials.json", KeyVectors.credentials());
        files.put("response-keys.json", KeyVectors.responseKeys());
        files.put("certificates.json", CertificateVectors.file());
        files.put("documents.json", DocumentVectors.file());
        Map<String, String> texts = new LinkedHashMap<>();
        files.forEach((name, file) -> texts.put(name, file.file()));
        texts.put("index.json", index(List.copyOf(files.keySet())));
        return texts;
    }

    private static String index(List<String> names) {
        List<String> sorted = new ArrayList<>(names);
        sorted.sort(null);
        return head("the files of these test vectors").put("files", sorted).file();
    }

    static String name(Suite suite) {
        return suite.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What every file begins with. */
    static JsonObject head(String meaning) {
        return new JsonObject()
                .put("title", "TetherKey test vectors")
                .put("meaning", meaning)
                .put("specification", "PROTOCOL.md, Test vectors");
    }
}
