package io.tetherkey.protocol.session;

import io.tetherkey.protocol.message.PaymentRequest;
import io.tetherkey.protocol.message.SessionPurpose;
import java.util.Optional;

/**
 * Where the chip's end of a session stands.
 *
 * <pre>
 * AwaitingChallenge ─Challenge→ KeyNeeded ─payment key→ AwaitingLoginResult
 * AwaitingLoginResult ─failed→ KeyNeeded     ─void or logged in→ Closed     ─allowed→ ConfirmNeeded
 * ConfirmNeeded ─decided→ AwaitingReceipt ─Receipt→ Closed
 * </pre>
 */
public sealed interface ChipState {
    /** 16 bytes. */
    byte[] sessionId();

    /** The message that was sent and waits for the bank's answer; empty where it is the user's turn or nothing is due. */
    default Optional<byte[]> unanswered() {
        return switch (this) {
            case AwaitingChallenge sent -> Optional.of(sent.exchange().lastOut());
            case AwaitingLoginResult sent -> Optional.of(sent.exchange().lastOut());
            case AwaitingReceipt sent -> Optional.of(sent.exchange().lastOut());
            case KeyNeeded asks -> Optional.empty();
            case ConfirmNeeded asks -> Optional.empty();
            case Closed over -> Optional.empty();
        };
    }

    /** Waits for the Challenge. */
    record AwaitingChallenge(Established shared, Exchange exchange) implements ChipState {
        @Override
        public byte[] sessionId() {
            return shared.sessionId();
        }
    }

    /** Waits for the user's payment key. */
    record KeyNeeded(
            Established shared, Exchange exchange, byte[] random, int attemptsLeft, Try lastTry, SessionPurpose purpose)
            implements ChipState {
        @Override
        public byte[] sessionId() {
            return shared.sessionId();
        }
    }

    /** Whether the payment key is asked for the first time in this session. */
    enum Try {
        FIRST,
        AGAIN
    }

    /** Waits for the bank's word on the Response. */
    record AwaitingLoginResult(
            Established shared, Exchange exchange, byte[] authorizationKey, int attemptsLeft, SessionPurpose purpose)
            implements ChipState {
        @Override
        public byte[] sessionId() {
            return shared.sessionId();
        }

        @Override
        public String toString() {
            return "AwaitingLoginResult[secret]";
        }
    }

    /** Waits for the user to approve or decline. */
    record ConfirmNeeded(Established shared, Exchange exchange, byte[] authorizationKey, PaymentRequest request)
            implements ChipState {
        @Override
        public byte[] sessionId() {
            return shared.sessionId();
        }

        @Override
        public String toString() {
            return "ConfirmNeeded[secret]";
        }
    }

    /** Signed; waits for the Receipt. */
    record AwaitingReceipt(
            Established shared, Exchange exchange, PaymentRequest request, byte[] detachedEvidence, byte[] evidenceHash)
            implements ChipState {
        @Override
        public byte[] sessionId() {
            return shared.sessionId();
        }
    }

    /** Over: no keys are left. */
    record Closed(byte[] sessionId) implements ChipState {}
}
