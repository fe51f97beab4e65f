package io.tetherkey.protocol.seal;

import java.util.Arrays;

/** Every value on the way to a sealed message, which the code itself never gives out; for published test vectors. */
public final class SealTrace {
    private SealTrace() {}

    /** The steps of RFC 9180 KeySchedule in the names of its section 5.1. */
    public record Schedule(
            byte[] sharedSecret,
            byte[] info,
            byte[] pskIdHash,
            byte[] infoHash,
            byte[] context,
            byte[] secret,
            byte[] key,
            byte[] baseNonce,
            byte[] exporterSecret) {}

    /** The key schedule of a payment. */
    public static Schedule ofAccept(Suite suite, KemKeyPair own, byte[] enc, byte[] th2) throws SealException {
        return of(suite, SealedFlow.PAYMENT, own, enc, th2);
    }

    /** The key schedule of a flow. */
    public static Schedule of(Suite suite, SealedFlow flow, KemKeyPair own, byte[] enc, byte[] th2)
            throws SealException {
        return schedule(suite.hpke(), own, enc, flow.info(th2));
    }

    /** The key schedule of sealed credentials. */
    public static Schedule ofCredentials(KemKeyPair own, byte[] enc) throws SealException {
        return schedule(Suite.CLASSIC.hpke(), own, enc, Octets.ascii("TK1 credentials"));
    }

    private static Schedule schedule(Hpke hpke, KemKeyPair own, byte[] enc, byte[] info) throws SealException {
        byte[] shared = hpke.kem().decapsulate(own, enc);
        byte[] none = new byte[0];
        byte[] pskIdHash = hpke.kdf().labeledExtract(hpke.suiteId(), none, "psk_id_hash", none);
        byte[] infoHash = hpke.kdf().labeledExtract(hpke.suiteId(), none, "info_hash", info);
        HpkeContext context = hpke.schedule(shared, info);
        return new Schedule(
                shared,
                info,
                pskIdHash,
                infoHash,
                Octets.concat(new byte[1], pskIdHash, infoHash),
                hpke.kdf().labeledExtract(hpke.suiteId(), shared, "secret", none),
                context.key(),
                context.baseNonce(),
                context.exporterSecret());
    }

    /** The nonce of a sequence number. */
    public static byte[] nonce(byte[] iv, long sequence) {
        return HpkeContext.nonce(iv, sequence);
    }

    /** What a seal holds, padding included. */
    public static byte[] padded(Suite suite, byte[] key, byte[] nonce, byte[] aad, byte[] sealed) throws SealException {
        return suite.hpke().aead().open(key, nonce, aad, sealed);
    }

    /** Seals bytes as they are, whatever their padding. */
    public static byte[] seal(Suite suite, byte[] key, byte[] nonce, byte[] aad, byte[] padded) {
        return suite.hpke().aead().seal(key, nonce, aad, padded);
    }

    public static byte[] unpadded(byte[] padded) throws SealException {
        return Padding.unpad(padded);
    }

    /** Pads as the contents of an Accept are padded. */
    public static byte[] acceptPadded(Suite suite, byte[] contents) {
        return Padding.pad(contents, suite.acceptLength());
    }

    /** Sig_structure, encoded. */
    public static byte[] toBeSigned(CoseSign1 signed, CoseSign1.Use use) {
        return CoseSign1.toBeSigned(signed.protectedHeader(), use, signed.payload());
    }

    public static byte[] protectedHeader(CoseSign1 signed) {
        return signed.protectedHeader();
    }

    public static byte[] signature(CoseSign1 signed) {
        return signed.signature();
    }

    /** HKDF-Extract with the slot secret as salt. */
    public static byte[] responsePrk(byte[] slotSecret, String paymentKey) {
        return Hkdf.SHA_256.extract(slotSecret, Octets.ascii(paymentKey));
    }

    /** A copy with one bit of one byte turned; a negative offset counts from the end. */
    public static byte[] damaged(byte[] bytes, int offset) {
        byte[] copy = Arrays.copyOf(bytes, bytes.length);
        copy[offset < 0 ? bytes.length + offset : offset] ^= 0x01;
        return copy;
    }
}
