package io.tetherkey.protocol.vectors;

import io.tetherkey.protocol.seal.RandomSource;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.SHAKEDigest;

/**
 * The byte source of the published vectors (PROTOCOL.md, "Test vectors"): the output of
 * SHAKE256("TetherKey test vectors: " ‖ name), taken from the beginning in the order in which bytes are asked for.
 */
final class VectorRandom implements RandomSource {
    private static final String SEED = "TetherKey test vectors: ";

    private final SHAKEDigest stream = new SHAKEDigest(256);

    VectorRandom(String name) {
        byte[] seed = (SEED + name).getBytes(StandardCharsets.US_ASCII);
        stream.update(seed, 0, seed.length);
    }

    @Override
    public void nextBytes(byte[] target) {
        stream.doOutput(target, 0, target.length);
    }
}
