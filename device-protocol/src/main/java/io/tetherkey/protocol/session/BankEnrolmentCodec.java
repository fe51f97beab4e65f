package io.tetherkey.protocol.session;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;
import io.tetherkey.protocol.message.EnrolmentPurpose;
import io.tetherkey.protocol.seal.KemKeyPair;

/**
 * A bank's enrolment state to bytes and back, for its store. The bytes hold session keys: the store erases them when the
 * enrolment is over.
 */
public final class BankEnrolmentCodec {
    private static final int KIND = 0;
    private static final int OFFERED = 1;
    private static final int AWAITING_PAYMENT_KEY = 2;
    private static final int FINISHED = 3;
    private static final int MOST = 32_768;
    private static final int MOST_KEM_KEY = 4_096;

    private BankEnrolmentCodec() {}

    /** @throws IllegalArgumentException for a state that lives only within one request */
    public static byte[] encode(BankEnrolmentState state) {
        return switch (state) {
            case BankEnrolmentState.Offered offered ->
                kind(OFFERED)
                        .put(1, offered.sessionId())
                        .put(2, offered.offer())
                        .put(3, offered.kemKeys().privateKey())
                        .put(4, offered.kemKeys().publicKey())
                        .put(5, offered.purpose().code())
                        .encode();
            case BankEnrolmentState.AwaitingPaymentKey awaiting ->
                kind(AWAITING_PAYMENT_KEY)
                        .put(1, StateFields.established(awaiting.shared()))
                        .put(2, StateFields.exchange(awaiting.exchange()))
                        .put(3, awaiting.purpose().code())
                        .encode();
            case BankEnrolmentState.Finished finished ->
                kind(FINISHED)
                        .put(1, finished.sessionId())
                        .put(2, StateFields.exchange(finished.exchange()))
                        .encode();
            case BankEnrolmentState.RequestPresented presented -> throw transientState();
            case BankEnrolmentState.KeyPresented presented -> throw transientState();
        };
    }

    /** @throws CborException if the bytes are not a stored state of this version */
    public static BankEnrolmentState decode(byte[] bytes) throws CborException {
        var in = CborMapReader.of(bytes);
        BankEnrolmentState state = switch ((int) in.integer(KIND, OFFERED, FINISHED)) {
            case OFFERED ->
                new BankEnrolmentState.Offered(
                        in.bytes(1, 16, 16),
                        in.bytes(2, 1, MOST),
                        new KemKeyPair(in.bytes(3, 1, MOST_KEM_KEY), in.bytes(4, 1, MOST_KEM_KEY)),
                        purpose(in, 5));
            case AWAITING_PAYMENT_KEY ->
                new BankEnrolmentState.AwaitingPaymentKey(
                        StateFields.established(in.value(1)), StateFields.exchange(in.value(2)), purpose(in, 3));
            default -> new BankEnrolmentState.Finished(in.bytes(1, 16, 16), StateFields.exchange(in.value(2)));
        };
        in.end();
        return state;
    }

    static EnrolmentPurpose purpose(CborMapReader in, int key) throws CborException {
        return EnrolmentPurpose.fromCode((int) in.integer(key, 0, 255))
                .orElseThrow(() -> new CborException("stored enrolment has no purpose"));
    }

    private static CborMapWriter kind(int kind) {
        return new CborMapWriter().put(KIND, kind);
    }

    private static IllegalArgumentException transientState() {
        return new IllegalArgumentException("this state lives only within one request");
    }
}
