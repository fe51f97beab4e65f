package io.tetherkey.protocol.startlink;

import java.util.Arrays;

/**
 * {@code tetherkey://pay?order=…}: a self-contained order whose signature is still to be checked (DESIGN §7).
 *
 * @param unverifiedOrder the COSE_Sign1 bytes as the page gave them, at most {@link StartLinkParser#MAX_ORDER_BYTES}
 */
public record PayLink(byte[] unverifiedOrder) implements StartLink {

    public PayLink {
        unverifiedOrder = unverifiedOrder.clone();
    }

    @Override
    public byte[] unverifiedOrder() {
        return unverifiedOrder.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PayLink(byte[] order) && Arrays.equals(order, unverifiedOrder);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(unverifiedOrder);
    }

    @Override
    public String toString() {
        return "PayLink[" + unverifiedOrder.length + " bytes]";
    }
}
