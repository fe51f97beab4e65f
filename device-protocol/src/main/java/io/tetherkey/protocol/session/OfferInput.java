package io.tetherkey.protocol.session;

import java.time.Instant;

/**
 * What the phone knows when an Offer arrives.
 *
 * @param origin where the PC says that the Offer came from
 * @param password the caller zeroes it
 * @param now the phone's clock
 */
public record OfferInput(byte[] offer, String origin, String userName, char[] password, Instant now) {
    @Override
    public String toString() {
        return "OfferInput[secret]";
    }
}
