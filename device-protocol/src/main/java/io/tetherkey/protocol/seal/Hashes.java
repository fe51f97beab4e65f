package io.tetherkey.protocol.seal;

import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;

/** Hash functions over whole byte strings. */
public final class Hashes {
    private Hashes() {}

    /** SHA-256 (FIPS 180-4) over the parts one after the other, 32 bytes. */
    public static byte[] sha256(byte[]... parts) {
        return digest(new SHA256Digest(), parts);
    }

    /** HMAC-SHA-256 (RFC 2104), 32 bytes. */
    public static byte[] hmacSha256(byte[] key, byte[] input) {
        return Hkdf.SHA_256.mac(key, input);
    }

    static byte[] digest(Digest digest, byte[]... parts) {
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return hash;
    }
}
