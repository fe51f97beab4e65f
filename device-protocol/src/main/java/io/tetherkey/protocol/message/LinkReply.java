package io.tetherkey.protocol.message;

import java.util.List;
import java.util.OptionalInt;

/** The phone's answer to one {@link LinkRequest}. */
public sealed interface LinkReply extends LinkMessage {

    /**
     * What the phone tells anyone.
     *
     * @param model a product name, at most 64 characters, no serial number
     * @param credentialKey X25519 public key of this link, 32 bytes (RFC 7748)
     */
    record PhoneInfo(String model, boolean locked, boolean trusted, byte[] credentialKey) implements LinkReply {
        public PhoneInfo {
            credentialKey = credentialKey.clone();
        }

        @Override
        public byte[] credentialKey() {
            return credentialKey.clone();
        }
    }

    /** The command was carried out and has no other answer. */
    record Done() implements LinkReply {}

    /** The board of banks, at most 64 rows. */
    record Slots(List<SlotInfo> slots) implements LinkReply {
        public Slots {
            slots = List.copyOf(slots);
        }
    }

    /** How the phone answers a step of a sealed session. */
    sealed interface SessionReply extends LinkReply permits Forward, Ended {}

    /** How the phone answers a step of an enrolment. */
    sealed interface EnrolmentReply extends LinkReply permits Forward, Enrolled {}

    /** A message that the PC shall carry to the bank. */
    record Forward(SessionMessage carried) implements SessionReply, EnrolmentReply {
        public Forward(byte[] sessionId, byte[] message) {
            this(new SessionMessage(sessionId, message));
        }

        public byte[] sessionId() {
            return carried.sessionId();
        }

        public byte[] message() {
            return carried.message();
        }
    }

    /** The sealed session is over. */
    record Ended(byte[] sessionId, SessionOutcome outcome) implements SessionReply {
        public Ended {
            sessionId = sessionId.clone();
        }

        @Override
        public byte[] sessionId() {
            return sessionId.clone();
        }
    }

    /**
     * The enrolment is over: the bank's signed word enabled the slot.
     *
     * @param sessionId 16 bytes
     * @param slot its row on the board
     */
    record Enrolled(byte[] sessionId, SlotInfo slot) implements EnrolmentReply {
        public Enrolled {
            sessionId = sessionId.clone();
        }

        @Override
        public byte[] sessionId() {
            return sessionId.clone();
        }
    }

    /** The trusted computers, at most 64. */
    record Computers(List<ComputerInfo> computers) implements LinkReply {
        public Computers {
            computers = List.copyOf(computers);
        }
    }

    /** Results in the order of their numbers, at most 64 at once. */
    record Records(List<PhoneRecord> records) implements LinkReply {
        public Records {
            records = List.copyOf(records);
        }
    }

    /**
     * The phone said no.
     *
     * @param attemptsLeft of ten, where it matters
     */
    record Refusal(StatusCode status, OptionalInt attemptsLeft) implements LinkReply {}
}
