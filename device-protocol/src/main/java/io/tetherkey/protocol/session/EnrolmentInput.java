package io.tetherkey.protocol.session;

import java.time.Instant;

/**
 * What the phone knows when an EnrolmentOffer arrives.
 *
 * @param offer the signed EnrolmentOffer
 * @param userName as typed on the PC
 * @param now the phone's clock
 */
public record EnrolmentInput(byte[] offer, String userName, Instant now) {
    @Override
    public String toString() {
        return "EnrolmentInput[secret]";
    }
}
