package io.tetherkey.bank.payment;

import io.tetherkey.protocol.message.ReceiptContents;
import io.tetherkey.protocol.seal.CoseSign1;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.seal.Signer;
import java.util.HexFormat;

/**
 * Numbers and signs the receipts of one bank.
 *
 * @param prefix starts each receipt number, e.g. {@code HB}
 */
public record ReceiptIssuer(String bankId, String prefix, Signer signer) {

    private static final int NUMBER = 8;

    String number(RandomSource random) {
        return prefix + "-" + HexFormat.of().withUpperCase().formatHex(random.bytes(NUMBER));
    }

    byte[] sign(ReceiptContents contents) {
        return CoseSign1.signWithChain(signer, CoseSign1.Use.RECEIPT, contents.encode())
                .encode();
    }
}
