package io.tetherkey.protocol.seal;

import java.util.Arrays;
import java.util.function.Supplier;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA3Digest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** HKDF (RFC 5869) over a hash of the suite's choice; the hash is the only thing that differs between suites. */
final class Hkdf {
    static final Hkdf SHA_256 = new Hkdf(SHA256Digest::new);
    static final Hkdf SM3 = new Hkdf(SM3Digest::new);
    static final Hkdf SHA3_256 = new Hkdf(() -> new SHA3Digest(256));

    private final Supplier<Digest> digest;
    private final int hashLength;

    Hkdf(Supplier<Digest> digest) {
        this.digest = digest;
        this.hashLength = digest.get().getDigestSize();
    }

    /** Nh of RFC 9180, in bytes. */
    int hashLength() {
        return hashLength;
    }

    byte[] hash(byte[]... parts) {
        return Hashes.digest(digest.get(), parts);
    }

    byte[] extract(byte[] salt, byte[] keyMaterial) {
        return mac(salt.length == 0 ? new byte[hashLength] : salt, keyMaterial);
    }

    /** @param length at most 255 times the hash length */
    byte[] expand(byte[] pseudoRandomKey, byte[] info, int length) {
        if (length > 255 * hashLength) {
            throw new IllegalArgumentException("HKDF output is too long");
        }
        byte[] output = new byte[length];
        byte[] block = new byte[0];
        for (int done = 0, counter = 1; done < length; counter++) {
            block = mac(pseudoRandomKey, Octets.concat(block, info, new byte[] {(byte) counter}));
            int part = Math.min(block.length, length - done);
            System.arraycopy(block, 0, output, done, part);
            done += part;
        }
        Arrays.fill(block, (byte) 0);
        return output;
    }

    /** HMAC (RFC 2104) over the hash. */
    byte[] mac(byte[] key, byte[] input) {
        var hmac = new HMac(digest.get());
        hmac.init(new KeyParameter(key));
        hmac.update(input, 0, input.length);
        byte[] tag = new byte[hashLength];
        hmac.doFinal(tag, 0);
        return tag;
    }

    /** LabeledExtract of RFC 9180 section 4. */
    byte[] labeledExtract(byte[] suiteId, byte[] salt, String label, byte[] keyMaterial) {
        return extract(salt, Octets.concat(Octets.ascii("HPKE-v1"), suiteId, Octets.ascii(label), keyMaterial));
    }

    /** LabeledExpand of RFC 9180 section 4. */
    byte[] labeledExpand(byte[] suiteId, byte[] pseudoRandomKey, String label, byte[] info, int length) {
        return expand(
                pseudoRandomKey,
                Octets.concat(Octets.uint16(length), Octets.ascii("HPKE-v1"), suiteId, Octets.ascii(label), info),
                length);
    }
}
