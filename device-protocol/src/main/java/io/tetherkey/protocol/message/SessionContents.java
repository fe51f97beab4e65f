package io.tetherkey.protocol.message;

import java.util.List;

/** What stands inside a seal; PROTOCOL.md has a section for each under the same name. */
public sealed interface SessionContents
        permits SessionContents.AcceptContents,
                SessionContents.Challenge,
                SessionContents.Response,
                SessionContents.SignedLoginResult,
                SessionContents.Authorization,
                SessionContents.Receipt,
                EnrolmentContents {

    /**
     * Inside the Accept.
     *
     * @param unverifiedChain the chip's certificate first, the root left out
     * @param suites every suite that the chip would take in this slot, ascending
     * @param origin where the PC says that the Offer came from
     * @param signature by the chip over "TK1 accept signature" ‖ TH2
     * @param password UTF-8
     */
    record AcceptContents(
            List<byte[]> unverifiedChain,
            List<Integer> suites,
            String origin,
            byte[] signature,
            String userName,
            byte[] password)
            implements SessionContents {
        public AcceptContents {
            unverifiedChain = List.copyOf(unverifiedChain);
            suites = List.copyOf(suites);
            signature = signature.clone();
            password = password.clone();
        }

        @Override
        public byte[] signature() {
            return signature.clone();
        }

        @Override
        public byte[] password() {
            return password.clone();
        }

        @Override
        public String toString() {
            return "AcceptContents[secret]";
        }
    }

    /**
     * @param random 32 bytes, fresh for each try
     * @param attemptsLeft of ten, before this try
     */
    record Challenge(byte[] random, int attemptsLeft, SessionPurpose purpose) implements SessionContents {
        public Challenge {
            random = random.clone();
        }

        /** Of a payment. */
        public Challenge(byte[] random, int attemptsLeft) {
            this(random, attemptsLeft, SessionPurpose.PAYMENT);
        }

        @Override
        public byte[] random() {
            return random.clone();
        }
    }

    /** @param mac the suite's MAC under the response key over "TK1 response" ‖ TH3 ‖ R */
    record Response(byte[] mac) implements SessionContents {
        public Response {
            mac = mac.clone();
        }

        @Override
        public byte[] mac() {
            return mac.clone();
        }
    }

    /** @param signed COSE_Sign1 of the bank over a {@link LoginResult} */
    record SignedLoginResult(byte[] signed) implements SessionContents {
        public SignedLoginResult {
            signed = signed.clone();
        }

        @Override
        public byte[] signed() {
            return signed.clone();
        }
    }

    /**
     * @param evidence COSE_Sign1 of the chip
     * @param mac the suite's MAC under the authorization key over the evidence
     */
    record Authorization(byte[] evidence, byte[] mac) implements SessionContents {
        public Authorization {
            evidence = evidence.clone();
            mac = mac.clone();
        }

        @Override
        public byte[] evidence() {
            return evidence.clone();
        }

        @Override
        public byte[] mac() {
            return mac.clone();
        }
    }

    /** @param signed COSE_Sign1 of the bank over {@link ReceiptContents} */
    record Receipt(byte[] signed) implements SessionContents {
        public Receipt {
            signed = signed.clone();
        }

        @Override
        public byte[] signed() {
            return signed.clone();
        }
    }
}
