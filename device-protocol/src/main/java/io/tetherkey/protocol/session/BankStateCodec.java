package io.tetherkey.protocol.session;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;
import io.tetherkey.protocol.message.PaymentRequest;
import io.tetherkey.protocol.seal.KemKeyPair;

/**
 * A bank's session state to bytes and back, for its store. The bytes hold session keys: the store erases them when the
 * session is over.
 */
public final class BankStateCodec {
    private static final int KIND = 0;
    private static final int OFFERED = 1;
    private static final int CHALLENGED = 2;
    private static final int AWAITING_AUTHORIZATION = 3;
    private static final int FINISHED = 4;
    private static final int MOST = 32_768;

    private BankStateCodec() {}

    /** @throws IllegalArgumentException for a state that lives only within one request */
    public static byte[] encode(BankState state) {
        return switch (state) {
            case BankState.Offered offered ->
                kind(OFFERED)
                        .put(1, offered.sessionId())
                        .put(2, offered.offer())
                        .put(3, offered.kemKeys().privateKey())
                        .put(4, offered.kemKeys().publicKey())
                        .encode();
            case BankState.Challenged challenged ->
                kind(CHALLENGED)
                        .put(1, StateFields.established(challenged.shared()))
                        .put(2, StateFields.exchange(challenged.exchange()))
                        .put(3, challenged.random())
                        .encode();
            case BankState.AwaitingAuthorization awaiting ->
                kind(AWAITING_AUTHORIZATION)
                        .put(1, StateFields.established(awaiting.shared()))
                        .put(2, StateFields.exchange(awaiting.exchange()))
                        .put(3, awaiting.request().toCbor())
                        .encode();
            case BankState.Finished finished ->
                kind(FINISHED)
                        .put(1, finished.sessionId())
                        .put(2, StateFields.exchange(finished.exchange()))
                        .encode();
            case BankState.CertificatePresented presented -> throw transientState();
            case BankState.PasswordPresented presented -> throw transientState();
            case BankState.Answered answered -> throw transientState();
            case BankState.Authorized authorized -> throw transientState();
        };
    }

    /** @throws CborException if the bytes are not a stored state of this version */
    public static BankState decode(byte[] bytes) throws CborException {
        var in = CborMapReader.of(bytes);
        BankState state = switch ((int) in.integer(KIND, OFFERED, FINISHED)) {
            case OFFERED ->
                new BankState.Offered(
                        in.bytes(1, 16, 16),
                        in.bytes(2, 1, MOST),
                        new KemKeyPair(in.bytes(3, 1, 4_096), in.bytes(4, 1, 4_096)));
            case CHALLENGED ->
                new BankState.Challenged(
                        StateFields.established(in.value(1)), StateFields.exchange(in.value(2)), in.bytes(3, 32, 32));
            case AWAITING_AUTHORIZATION ->
                new BankState.AwaitingAuthorization(
                        StateFields.established(in.value(1)),
                        StateFields.exchange(in.value(2)),
                        PaymentRequest.fromCbor(in.value(3)));
            default -> new BankState.Finished(in.bytes(1, 16, 16), StateFields.exchange(in.value(2)));
        };
        in.end();
        return state;
    }

    private static CborMapWriter kind(int kind) {
        return new CborMapWriter().put(KIND, kind);
    }

    private static IllegalArgumentException transientState() {
        return new IllegalArgumentException("this state lives only within one request");
    }
}
