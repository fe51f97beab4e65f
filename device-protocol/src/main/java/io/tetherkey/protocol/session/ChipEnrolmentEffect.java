package io.tetherkey.protocol.session;

import java.time.Instant;
import java.util.List;

/** What the phone has to do after a step of an enrolment. */
public sealed interface ChipEnrolmentEffect {

    /** Store the new state, then hand the message to the PC for the bank. */
    record Send(byte[] message) implements ChipEnrolmentEffect {}

    /** Hand out the stored message again; nothing has changed. */
    record Resend(byte[] message) implements ChipEnrolmentEffect {}

    /** Name the bank on the trusted display and ask for the activation code. */
    record AskActivationCode() implements ChipEnrolmentEffect {}

    /** Name the bank on the trusted display and ask whether to renew. */
    record AskRenewal() implements ChipEnrolmentEffect {}

    /** Ask for a payment key, twice. */
    record AskPaymentKey() implements ChipEnrolmentEffect {}

    /**
     * The renewed certificate is there: in one step put it and the new key in the place of the old ones and store the
     * new state, then send the message, which makes it active at the bank.
     *
     * @param validUntil the end of the certificate
     */
    record Renew(List<byte[]> certificateChain, Instant validUntil, byte[] message) implements ChipEnrolmentEffect {}

    /**
     * The bank enabled the slot: in one step put certificate and new key in place and set the slot to ten attempts.
     *
     * @param validUntil the end of the certificate
     */
    record Enable(List<byte[]> certificateChain, Instant validUntil) implements ChipEnrolmentEffect {}

    /** The bank confirmed the renewal. */
    record Renewed() implements ChipEnrolmentEffect {}

    /** The bank did not enable the slot: drop the new key if it is not in place yet. */
    record Refused() implements ChipEnrolmentEffect {}
}
