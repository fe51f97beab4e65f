package io.tetherkey.protocol.session;

import java.util.List;

/** What the bank has to do after a step. */
public sealed interface BankEffect {

    /** Store the new state, then send the message. */
    record Send(byte[] message) implements BankEffect {}

    /** Send the stored message again; nothing has changed. */
    record Resend(byte[] message) implements BankEffect {}

    /** Check the certificate before anything else, then go on with {@link BankEvent.CertificateVerified}. */
    record VerifyCertificate(List<byte[]> unverifiedChain, String claimedOrigin) implements BankEffect {}

    /** Check the password, then go on with {@link BankEvent.PasswordVerified}. The caller zeroes the array. */
    record VerifyPassword(String userName, char[] password) implements BankEffect {
        @Override
        public String toString() {
            return "VerifyPassword[secret]";
        }
    }

    /** Charge the counter, compare, refund if right; then allowed, failed or void. */
    record JudgeResponse(ResponseProof proof) implements BankEffect {}

    /** Check the proof's MAC, close the payment, sign the receipt; then {@link BankEvent.Settled}. */
    record Settle(AuthorizationProof proof) implements BankEffect {}
}
