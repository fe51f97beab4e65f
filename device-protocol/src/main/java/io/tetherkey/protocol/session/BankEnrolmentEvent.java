package io.tetherkey.protocol.session;

import java.time.Instant;
import java.util.List;

/** What happens to the bank's end of an enrolment. */
public sealed interface BankEnrolmentEvent {

    /** A message arrived over HTTP. */
    record Received(byte[] message) implements BankEnrolmentEvent {}

    /**
     * The bank agreed and issued a certificate for the public key that it was asked about.
     *
     * @param certificateChain the new certificate first, the root left out, at most 12,288 bytes in all; DER each
     */
    record Issued(List<byte[]> certificateChain) implements BankEnrolmentEvent {}

    /** The slot is enabled, or the renewed certificate is the active one; that is stored in the same transaction. */
    record Enabled(Instant at) implements BankEnrolmentEvent {}

    /** The bank does not enable the slot after all: the customer was blocked or the certificate revoked meanwhile. */
    record NotEnabled(Instant at) implements BankEnrolmentEvent {}
}
