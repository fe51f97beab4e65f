package io.tetherkey.protocol.session;

import io.tetherkey.protocol.message.EnrolmentPurpose;
import java.time.Instant;
import java.util.List;

/**
 * Where the chip's end of an enrolment stands.
 *
 * <pre>
 * ConsentNeeded ─code entered or renewal confirmed→ AwaitingCertificate
 * AwaitingCertificate ─CertificateIssued, new→ PaymentKeyNeeded ─payment key chosen→ AwaitingResult
 * AwaitingCertificate ─CertificateIssued, renewal→ AwaitingResult
 * AwaitingResult ─EnrolmentResult→ Closed
 * </pre>
 */
public sealed interface ChipEnrolmentState {
    /** 16 bytes. */
    byte[] sessionId();

    /** The EnrolmentOffer holds; the user is asked. No key is made yet. */
    record ConsentNeeded(
            byte[] sessionId, byte[] offer, byte[] bankSpki, BankTrust bank, EnrolmentPurpose purpose, String userName)
            implements ChipEnrolmentState {
        @Override
        public String toString() {
            return "ConsentNeeded[secret]";
        }
    }

    /** Waits for the CertificateIssued for the new key. */
    record AwaitingCertificate(
            Established shared, Exchange exchange, BankTrust bank, EnrolmentPurpose purpose, byte[] publicKey)
            implements ChipEnrolmentState {
        @Override
        public byte[] sessionId() {
            return shared.sessionId();
        }

        @Override
        public String toString() {
            return "AwaitingCertificate[secret]";
        }
    }

    /** The certificate is there; waits for the user's payment key. */
    record PaymentKeyNeeded(Established shared, Exchange exchange, List<byte[]> certificateChain, Instant validUntil)
            implements ChipEnrolmentState {
        @Override
        public byte[] sessionId() {
            return shared.sessionId();
        }

        @Override
        public String toString() {
            return "PaymentKeyNeeded[secret]";
        }
    }

    /** The PaymentKeySet is sent; waits for the EnrolmentResult. */
    record AwaitingResult(
            Established shared,
            Exchange exchange,
            EnrolmentPurpose purpose,
            List<byte[]> certificateChain,
            Instant validUntil)
            implements ChipEnrolmentState {
        @Override
        public byte[] sessionId() {
            return shared.sessionId();
        }

        @Override
        public String toString() {
            return "AwaitingResult[secret]";
        }
    }

    /** Over: no keys are left. */
    record Closed(byte[] sessionId) implements ChipEnrolmentState {}
}
