package io.tetherkey.protocol.seal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Computes a published example of a suite (test vectors, "Response key") and signs once, to tell a broken installation
 * from a good one.
 */
public final class SuiteSelfCheck {

    private static final byte[] INPUT = "TetherKey self-check".getBytes(StandardCharsets.US_ASCII);

    private SuiteSelfCheck() {}

    /** Whether the suite's challenge MAC and signature work here. */
    public static boolean holds(Suite suite, RandomSource random) {
        Known known = Known.of(suite);
        byte[] mac =
                suite.mac(HexFormat.of().parseHex(known.key()), HexFormat.of().parseHex(known.input()));
        if (!MessageDigest.isEqual(mac, HexFormat.of().parseHex(known.mac()))) {
            return false;
        }
        KeyPairBytes pair = suite.generateKeyPair(random);
        byte[] signature = suite.sign(pair.pkcs8(), INPUT);
        byte[] other = INPUT.clone();
        other[0] ^= 1;
        return suite.verify(pair.spki(), INPUT, signature) && !suite.verify(pair.spki(), other, signature);
    }

    /** The second example of each suite in {@code response-keys.json}, in hex. */
    private record Known(String key, String input, String mac) {

        static Known of(Suite suite) {
            return switch (suite) {
                case CLASSIC ->
                    new Known(
                            "d31a5289edd2acce245daaa99d8920b7acb6a4c6fdb85ee01cda96591756dea4",
                            "2b43a8de1577c2dc6b354248b1365e28",
                            "2a74dc89afaec50961fdfb585dd52ecb");
                case GM ->
                    new Known(
                            "22b81a87f3512012cdd9fe11a6723890b8c77034f9d26443e431df524bd6ac2e",
                            "83db3e0c0abf021754f07eb635df5675",
                            "4883fd033a35fc2a29b330f4bc6471a7daa9d5b76ec36b1f4229063bef71d2f4");
                case POST_QUANTUM ->
                    new Known(
                            "a9eda58348672588d309710c17faa1c497f5a954692b779c3ac4573260809d28",
                            "e00267b830b32a4566ee12eac2c5f534",
                            "0069135aea5d8a92704729180ea2576e0952b4e7de7e8a5394def5057cfac3c2");
            };
        }
    }
}
