package io.tetherkey.protocol.message;

/** A command of the PC; the phone answers each with one {@link LinkReply}. */
public sealed interface LinkRequest extends LinkMessage {

    /** Asks for what the phone tells anyone, and for the credential key of this link. */
    record GetPhoneInfo() implements LinkRequest {}

    /**
     * Introduces this computer. A phone that does not know it asks its user once.
     *
     * @param computerId 16 secret random bytes of this computer
     * @param computerName shown on the phone, at most 64 characters
     */
    record TrustComputer(byte[] computerId, String computerName) implements LinkRequest {
        public TrustComputer {
            computerId = computerId.clone();
        }

        @Override
        public byte[] computerId() {
            return computerId.clone();
        }

        @Override
        public String toString() {
            return "TrustComputer[" + computerName + "]";
        }
    }

    /** Asks for the board of banks. */
    record ListSlots() implements LinkRequest {}

    /**
     * Opens a sealed session in the slot of a bank.
     *
     * @param offer the bank's signed Offer
     * @param origin where the PC says that the offer came from, at most 256 characters
     */
    record OpenSession(String bankId, byte[] offer, String origin, SealedCredentials credentials)
            implements LinkRequest {
        public OpenSession {
            offer = offer.clone();
        }

        @Override
        public byte[] offer() {
            return offer.clone();
        }
    }

    /** Hands on what the bank sent. */
    record Relay(SessionMessage carried) implements LinkRequest {
        public Relay(byte[] sessionId, byte[] message) {
            this(new SessionMessage(sessionId, message));
        }

        public byte[] sessionId() {
            return carried.sessionId();
        }

        public byte[] message() {
            return carried.message();
        }
    }

    /** Asks for results with a number above {@code since}. */
    record ListRecords(long since) implements LinkRequest {}

    /** Makes the phone show that it is the one. */
    record Wink() implements LinkRequest {}

    /**
     * Begins an enrolment with a bank of the signed directory.
     *
     * @param directory the directory file, at most 32,768 bytes; the phone checks it against its pinned root
     * @param offer the bank's signed EnrolmentOffer, at most 24,576 bytes
     * @param credentials user name and an empty password, sealed with the offer as for a login
     */
    record BeginEnrolment(String bankId, byte[] directory, byte[] offer, SealedCredentials credentials)
            implements LinkRequest {
        public BeginEnrolment {
            directory = directory.clone();
            offer = offer.clone();
        }

        @Override
        public byte[] directory() {
            return directory.clone();
        }

        @Override
        public byte[] offer() {
            return offer.clone();
        }
    }

    /**
     * Erases a slot's keys after the user confirmed on the phone; the records stay.
     *
     * @param slotId at most 32 characters
     */
    record DeleteSlot(String slotId) implements LinkRequest {}

    /** Asks for the computers that the phone trusts. */
    record ListComputers() implements LinkRequest {}

    /**
     * Takes trust away from a computer; an own link of it is untrusted at once.
     *
     * @param handle 8 bytes as listed
     */
    record RevokeComputer(byte[] handle) implements LinkRequest {
        public RevokeComputer {
            handle = handle.clone();
        }

        @Override
        public byte[] handle() {
            return handle.clone();
        }
    }
}
