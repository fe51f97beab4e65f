package io.tetherkey.protocol.trust;

import io.tetherkey.protocol.message.Order;
import io.tetherkey.protocol.message.Path;
import io.tetherkey.protocol.message.ReceiptContents;

/**
 * What a receipt proves once it was verified.
 *
 * @param order as the shop signed it and the phone displayed it
 * @param receipt as the bank signed it
 * @param path the road that the session took, as the chip signed it
 * @param bankRootHash SHA-256 of the bank root, 32 bytes
 * @param anchor where the roots are known from
 */
public record ReceiptFacts(Order order, ReceiptContents receipt, Path path, byte[] bankRootHash, Anchor anchor) {
    /** Where the roots are known from. */
    public enum Anchor {
        /** Both roots stand in a verified directory. */
        DIRECTORY,
        /** The roots are the file's own: the reader compares their fingerprint with what the bank publishes. */
        FILE
    }

    public ReceiptFacts {
        bankRootHash = bankRootHash.clone();
    }

    @Override
    public byte[] bankRootHash() {
        return bankRootHash.clone();
    }
}
