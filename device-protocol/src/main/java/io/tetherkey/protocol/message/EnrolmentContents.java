package io.tetherkey.protocol.message;

import java.util.List;

/** What stands inside a seal of an enrolment (PROTOCOL.md, "Enrolment messages"). */
public sealed interface EnrolmentContents extends SessionContents {
    /** Digits of an activation code. */
    int ACTIVATION_CODE_DIGITS = 12;

    /**
     * Inside the EnrolmentRequest.
     *
     * @param certificationRequest PKCS #10 (RFC 2986) with the new key, DER, at most 8,192 bytes
     * @param suites every suite that the chip would take, ascending
     * @param signature by the new key over "TK1 enrolment request" ‖ TH2
     * @param userName as typed on the PC
     * @param activationCode twelve ASCII digits as typed on the phone; empty for a renewal
     * @param unverifiedChain for a renewal the chain of the key that is renewed, the root left out; else empty
     * @param renewalSignature for a renewal, by the key that is renewed, over "TK1 renewal" ‖ TH2; else empty
     */
    record Request(
            byte[] certificationRequest,
            List<Integer> suites,
            byte[] signature,
            String userName,
            byte[] activationCode,
            List<byte[]> unverifiedChain,
            byte[] renewalSignature)
            implements EnrolmentContents {
        public Request {
            certificationRequest = certificationRequest.clone();
            suites = List.copyOf(suites);
            signature = signature.clone();
            activationCode = activationCode.clone();
            unverifiedChain = unverifiedChain.stream().map(byte[]::clone).toList();
            renewalSignature = renewalSignature.clone();
        }

        @Override
        public byte[] certificationRequest() {
            return certificationRequest.clone();
        }

        @Override
        public byte[] signature() {
            return signature.clone();
        }

        @Override
        public byte[] activationCode() {
            return activationCode.clone();
        }

        @Override
        public List<byte[]> unverifiedChain() {
            return unverifiedChain.stream().map(byte[]::clone).toList();
        }

        @Override
        public byte[] renewalSignature() {
            return renewalSignature.clone();
        }

        @Override
        public String toString() {
            return "Request[secret]";
        }
    }

    /** @param signed COSE_Sign1 of the bank over a {@link CertificateIssued} */
    record SignedCertificateIssued(byte[] signed) implements EnrolmentContents {
        public SignedCertificateIssued {
            signed = signed.clone();
        }

        @Override
        public byte[] signed() {
            return signed.clone();
        }
    }

    /**
     * @param responseKey 32 bytes that the bank keeps; empty for a renewal
     * @param signature by the new key over "TK1 payment key set" ‖ TH3 ‖ response key
     */
    record PaymentKeySet(byte[] responseKey, byte[] signature) implements EnrolmentContents {
        public PaymentKeySet {
            responseKey = responseKey.clone();
            signature = signature.clone();
        }

        @Override
        public byte[] responseKey() {
            return responseKey.clone();
        }

        @Override
        public byte[] signature() {
            return signature.clone();
        }

        @Override
        public String toString() {
            return "PaymentKeySet[secret]";
        }
    }

    /** @param signed COSE_Sign1 of the bank over an {@link EnrolmentResult} */
    record SignedEnrolmentResult(byte[] signed) implements EnrolmentContents {
        public SignedEnrolmentResult {
            signed = signed.clone();
        }

        @Override
        public byte[] signed() {
            return signed.clone();
        }
    }
}
