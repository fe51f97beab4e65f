package io.tetherkey.protocol.vectors;

import static io.tetherkey.protocol.vectors.OtherCrypto.ascii;
import static io.tetherkey.protocol.vectors.OtherCrypto.concat;
import static io.tetherkey.protocol.vectors.OtherCrypto.two;

import com.upokecenter.cbor.CBOREncodeOptions;
import com.upokecenter.cbor.CBORObject;
import java.util.Arrays;

/**
 * A third reader of a session: from the Offer, the Accept, the bank's KEM key and PROTOCOL.md alone it finds the
 * transcript and every key, and opens each seal. It knows no class of TetherKey but {@link OtherCrypto} beside it.
 */
final class OtherReader {
    private static final CBOREncodeOptions CANONICAL = new CBOREncodeOptions("ctap2canonical=1");

    final OtherCrypto crypto;
    final byte[] th1;
    final byte[] th2;
    final byte[] th3;
    final byte[] sharedSecret;
    final byte[] key;
    final byte[] baseNonce;
    final byte[] exporterSecret;
    private final String exportPrefix;
    private final byte[] suiteId;
    private final byte[] acceptSealed;

    OtherReader(OtherCrypto crypto, byte[] offer, byte[] accept, byte[] kemPrivateKey, byte[] kemPublicKey)
            throws Exception {
        this(crypto, "TK1 accept", "TK1 ", offer, accept, kemPrivateKey, kemPublicKey);
    }

    /** For a flow with labels of its own: that of the info, and what the exporter contexts begin with. */
    OtherReader(
            OtherCrypto crypto,
            String infoLabel,
            String exportPrefix,
            byte[] offer,
            byte[] accept,
            byte[] kemPrivateKey,
            byte[] kemPublicKey)
            throws Exception {
        this.crypto = crypto;
        this.exportPrefix = exportPrefix;
        var message = CBORObject.DecodeFromBytes(accept);
        acceptSealed = message.get(4).GetByteString();
        message.Remove(CBORObject.FromObject(4));
        th1 = crypto.hash(offer);
        th2 = crypto.hash(th1, encoded(message));
        th3 = crypto.hash(th2, accept);
        sharedSecret =
                crypto.sharedSecret(kemPrivateKey, kemPublicKey, message.get(3).GetByteString());
        suiteId = concat(ascii("HPKE"), two(crypto.kemId()), two(crypto.kdfId()), two(crypto.aeadId()));
        byte[] none = {};
        byte[] context = concat(
                new byte[] {0},
                crypto.labeledExtract(suiteId, none, "psk_id_hash", none),
                crypto.labeledExtract(suiteId, none, "info_hash", concat(ascii(infoLabel), th2)));
        byte[] secret = crypto.labeledExtract(suiteId, sharedSecret, "secret", none);
        key = crypto.labeledExpand(suiteId, secret, "key", context, crypto.keyLength());
        baseNonce = crypto.labeledExpand(suiteId, secret, "base_nonce", context, 12);
        exporterSecret = crypto.labeledExpand(suiteId, secret, "exp", context, 32);
    }

    /** Context.Export of a label over TH3. */
    byte[] export(String label, int length) throws Exception {
        return crypto.labeledExpand(suiteId, exporterSecret, "sec", concat(ascii(label), th3), length);
    }

    CBORObject openAccept() throws Exception {
        return contents(crypto.open(key, baseNonce, th2, acceptSealed));
    }

    /** @param way b2c or c2b */
    CBORObject open(String way, byte[] message) throws Exception {
        var envelope = CBORObject.DecodeFromBytes(message);
        byte[] sealed = envelope.get(3).GetByteString();
        byte[] nonce = export(exportPrefix + way + " iv", 12);
        nonce[11] ^= (byte) envelope.get(2).AsInt32();
        envelope.Remove(CBORObject.FromObject(3));
        byte[] sealKey = export(exportPrefix + way + " key", crypto.keyLength());
        return contents(crypto.open(sealKey, nonce, encoded(envelope), sealed));
    }

    private static CBORObject contents(byte[] padded) {
        int end = padded.length - 1;
        while (padded[end] == 0) {
            end--;
        }
        if (padded[end] != (byte) 0x80 || padded.length % 256 != 0) {
            throw new AssertionError("the padding does not hold");
        }
        return CBORObject.DecodeFromBytes(Arrays.copyOf(padded, end));
    }

    /** The payload of a COSE_Sign1 whose signature for the use holds. */
    CBORObject payload(byte[] cose, String use, byte[] spki) throws Exception {
        var parts = CBORObject.DecodeFromBytes(cose);
        var structure = CBORObject.NewArray()
                .Add("Signature1")
                .Add(parts.get(0))
                .Add(ascii(use))
                .Add(parts.get(2));
        if (!crypto.verify(spki, encoded(structure), parts.get(3).GetByteString())) {
            throw new AssertionError("the signature for " + use + " does not hold");
        }
        return CBORObject.DecodeFromBytes(parts.get(2).GetByteString());
    }

    static byte[] encoded(CBORObject value) {
        return value.EncodeToBytes(CANONICAL);
    }
}
