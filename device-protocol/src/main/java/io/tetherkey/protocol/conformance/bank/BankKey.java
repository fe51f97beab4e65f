package io.tetherkey.protocol.conformance.bank;

import io.tetherkey.protocol.seal.Signer;

/**
 * A bank that the kit can play.
 *
 * @param signer signs as this bank; its chain leads to the root
 * @param root the root that the phone has pinned, DER
 */
public record BankKey(String bankId, Signer signer, byte[] root) {
    public BankKey {
        root = root.clone();
    }

    @Override
    public byte[] root() {
        return root.clone();
    }
}
