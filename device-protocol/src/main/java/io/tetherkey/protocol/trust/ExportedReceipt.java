package io.tetherkey.protocol.trust;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;
import io.tetherkey.protocol.message.LinkCodec;
import io.tetherkey.protocol.seal.CoseSign1;

/**
 * The file that proves a payment to a third party: the order as the shop signed it, the evidence as the chip signed it,
 * the receipt as the bank signed it, and the two roots they lead to (PROTOCOL.md, "Exported receipt").
 *
 * @param signedOrder the merchant's COSE_Sign1
 * @param evidence the chip's evidence, detached
 * @param receipt the bank's COSE_Sign1
 * @param bankRoot DER; holds only if the reader knows it from elsewhere
 * @param merchantRoot DER; likewise
 */
public record ExportedReceipt(
        byte[] signedOrder, byte[] evidence, byte[] receipt, byte[] bankRoot, byte[] merchantRoot) {
    /** File name extension. */
    public static final String EXTENSION = ".tkreceipt";

    private static final int FORMAT = 1;

    public ExportedReceipt {
        signedOrder = signedOrder.clone();
        evidence = evidence.clone();
        receipt = receipt.clone();
        bankRoot = bankRoot.clone();
        merchantRoot = merchantRoot.clone();
    }

    @Override
    public byte[] signedOrder() {
        return signedOrder.clone();
    }

    @Override
    public byte[] evidence() {
        return evidence.clone();
    }

    @Override
    public byte[] receipt() {
        return receipt.clone();
    }

    @Override
    public byte[] bankRoot() {
        return bankRoot.clone();
    }

    @Override
    public byte[] merchantRoot() {
        return merchantRoot.clone();
    }

    public byte[] encode() {
        return new CborMapWriter()
                .put(0, "TetherKey receipt")
                .put(1, FORMAT)
                .put(2, signedOrder)
                .put(3, evidence)
                .put(4, receipt)
                .put(5, bankRoot)
                .put(6, merchantRoot)
                .encode();
    }

    /** @throws CborException if the bytes are not an exported receipt of this format */
    public static ExportedReceipt decode(byte[] file) throws CborException {
        var in = CborMapReader.of(file);
        if (!"TetherKey receipt".equals(in.text(0, 32))) {
            throw new CborException("not a TetherKey receipt");
        }
        in.integer(1, FORMAT, FORMAT);
        var exported = new ExportedReceipt(
                in.bytes(2, 1, OrderVerifier.MOST_SIGNED_ORDER),
                in.bytes(3, 1, LinkCodec.MOST_PROOF),
                in.bytes(4, 1, LinkCodec.MOST_PROOF),
                in.bytes(5, 1, CoseSign1.MOST_CERTIFICATE),
                in.bytes(6, 1, CoseSign1.MOST_CERTIFICATE));
        in.end();
        return exported;
    }
}
