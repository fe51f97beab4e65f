package io.tetherkey.protocol.session;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;
import io.tetherkey.protocol.message.PaymentRequest;
import io.tetherkey.protocol.message.SessionPurpose;
import io.tetherkey.protocol.session.ChipState.Try;

/**
 * A chip's session state to bytes and back, for its flash. The bytes hold session keys: the flash drops them when the
 * session is over.
 */
public final class ChipStateCodec {
    private static final int KIND = 0;
    private static final int AWAITING_CHALLENGE = 1;
    private static final int KEY_NEEDED = 2;
    private static final int AWAITING_LOGIN_RESULT = 3;
    private static final int CONFIRM_NEEDED = 4;
    private static final int AWAITING_RECEIPT = 5;
    private static final int CLOSED = 6;
    private static final int PURPOSE = 6;
    private static final int HASH = 32;
    private static final int MOST = 32_768;

    private ChipStateCodec() {}

    public static byte[] encode(ChipState state) {
        return switch (state) {
            case ChipState.AwaitingChallenge awaiting ->
                kind(AWAITING_CHALLENGE, awaiting.shared(), awaiting.exchange()).encode();
            case ChipState.KeyNeeded needed ->
                purpose(
                                kind(KEY_NEEDED, needed.shared(), needed.exchange())
                                        .put(3, needed.random())
                                        .put(4, needed.attemptsLeft())
                                        .put(5, needed.lastTry() == Try.AGAIN),
                                needed.purpose())
                        .encode();
            case ChipState.AwaitingLoginResult awaiting ->
                purpose(
                                kind(AWAITING_LOGIN_RESULT, awaiting.shared(), awaiting.exchange())
                                        .put(3, awaiting.authorizationKey())
                                        .put(4, awaiting.attemptsLeft()),
                                awaiting.purpose())
                        .encode();
            case ChipState.ConfirmNeeded needed ->
                kind(CONFIRM_NEEDED, needed.shared(), needed.exchange())
                        .put(3, needed.authorizationKey())
                        .put(4, needed.request().toCbor())
                        .encode();
            case ChipState.AwaitingReceipt awaiting ->
                kind(AWAITING_RECEIPT, awaiting.shared(), awaiting.exchange())
                        .put(3, awaiting.request().toCbor())
                        .put(4, awaiting.detachedEvidence())
                        .put(5, awaiting.evidenceHash())
                        .encode();
            case ChipState.Closed(byte[] sessionId) ->
                new CborMapWriter().put(KIND, CLOSED).put(1, sessionId).encode();
        };
    }

    /** @throws CborException if the bytes are not a stored state of this version */
    public static ChipState decode(byte[] bytes) throws CborException {
        var in = CborMapReader.of(bytes);
        int kind = (int) in.integer(KIND, AWAITING_CHALLENGE, CLOSED);
        ChipState state = kind == CLOSED ? new ChipState.Closed(in.bytes(1, 16, 16)) : open(kind, in);
        in.end();
        return state;
    }

    private static ChipState open(int kind, CborMapReader in) throws CborException {
        var shared = StateFields.established(in.value(1));
        var exchange = StateFields.exchange(in.value(2));
        return switch (kind) {
            case KEY_NEEDED ->
                new ChipState.KeyNeeded(
                        shared,
                        exchange,
                        in.bytes(3, HASH, HASH),
                        (int) in.integer(4, 0, 10),
                        in.bool(5) ? Try.AGAIN : Try.FIRST,
                        purpose(in));
            case AWAITING_LOGIN_RESULT ->
                new ChipState.AwaitingLoginResult(
                        shared, exchange, in.bytes(3, HASH, HASH), (int) in.integer(4, 0, 10), purpose(in));
            case CONFIRM_NEEDED ->
                new ChipState.ConfirmNeeded(
                        shared, exchange, in.bytes(3, HASH, HASH), PaymentRequest.fromCbor(in.value(4)));
            case AWAITING_RECEIPT ->
                new ChipState.AwaitingReceipt(
                        shared,
                        exchange,
                        PaymentRequest.fromCbor(in.value(3)),
                        in.bytes(4, 1, MOST),
                        in.bytes(5, HASH, HASH));
            default -> new ChipState.AwaitingChallenge(shared, exchange);
        };
    }

    /** Left out for a payment, so that what a flash holds of one reads as before. */
    private static CborMapWriter purpose(CborMapWriter out, SessionPurpose purpose) {
        return purpose == SessionPurpose.PAYMENT ? out : out.put(PURPOSE, purpose.code());
    }

    private static SessionPurpose purpose(CborMapReader in) throws CborException {
        if (!in.has(PURPOSE)) {
            return SessionPurpose.PAYMENT;
        }
        return SessionPurpose.fromCode((int) in.integer(PURPOSE, 0, 255))
                .orElseThrow(() -> new CborException("unknown purpose"));
    }

    private static CborMapWriter kind(int kind, Established shared, Exchange exchange) {
        return new CborMapWriter()
                .put(KIND, kind)
                .put(1, StateFields.established(shared))
                .put(2, StateFields.exchange(exchange));
    }
}
