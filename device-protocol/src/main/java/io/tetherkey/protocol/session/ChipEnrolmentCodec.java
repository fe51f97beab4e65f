package io.tetherkey.protocol.session;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;
import io.tetherkey.protocol.cbor.CborValue;
import java.time.Instant;
import java.util.List;

/**
 * A chip's enrolment state to bytes and back, for its flash. The bytes hold session keys: the flash drops them when the
 * enrolment is over.
 */
public final class ChipEnrolmentCodec {
    private static final int KIND = 0;
    private static final int CONSENT_NEEDED = 1;
    private static final int AWAITING_CERTIFICATE = 2;
    private static final int PAYMENT_KEY_NEEDED = 3;
    private static final int AWAITING_RESULT = 4;
    private static final int CLOSED = 5;
    private static final int MOST = 32_768;
    private static final int MOST_KEY = 4_096;
    private static final int MOST_NAME = 128;
    private static final int MOST_CERTIFICATES = 3;
    private static final int MOST_CERTIFICATE = 8_192;
    private static final long LAST_SECOND = 253_402_300_799L;

    private ChipEnrolmentCodec() {}

    public static byte[] encode(ChipEnrolmentState state) {
        return switch (state) {
            case ChipEnrolmentState.ConsentNeeded needed ->
                new CborMapWriter()
                        .put(KIND, CONSENT_NEEDED)
                        .put(1, needed.sessionId())
                        .put(2, needed.offer())
                        .put(3, needed.bankSpki())
                        .put(4, bank(needed.bank()))
                        .put(5, needed.purpose().code())
                        .put(6, needed.userName())
                        .encode();
            case ChipEnrolmentState.AwaitingCertificate awaiting ->
                kind(AWAITING_CERTIFICATE, awaiting.shared(), awaiting.exchange())
                        .put(3, bank(awaiting.bank()))
                        .put(4, awaiting.purpose().code())
                        .put(5, awaiting.publicKey())
                        .encode();
            case ChipEnrolmentState.PaymentKeyNeeded needed ->
                certified(
                                kind(PAYMENT_KEY_NEEDED, needed.shared(), needed.exchange()),
                                needed.certificateChain(),
                                needed.validUntil())
                        .encode();
            case ChipEnrolmentState.AwaitingResult awaiting ->
                certified(
                                kind(AWAITING_RESULT, awaiting.shared(), awaiting.exchange()),
                                awaiting.certificateChain(),
                                awaiting.validUntil())
                        .put(5, awaiting.purpose().code())
                        .encode();
            case ChipEnrolmentState.Closed(byte[] sessionId) ->
                new CborMapWriter().put(KIND, CLOSED).put(1, sessionId).encode();
        };
    }

    /** @throws CborException if the bytes are not a stored state of this version */
    public static ChipEnrolmentState decode(byte[] bytes) throws CborException {
        var in = CborMapReader.of(bytes);
        int kind = (int) in.integer(KIND, CONSENT_NEEDED, CLOSED);
        ChipEnrolmentState state = switch (kind) {
            case CONSENT_NEEDED ->
                new ChipEnrolmentState.ConsentNeeded(
                        in.bytes(1, 16, 16),
                        in.bytes(2, 1, MOST),
                        in.bytes(3, 1, MOST_KEY),
                        bank(in.value(4)),
                        BankEnrolmentCodec.purpose(in, 5),
                        in.text(6, MOST_NAME));
            case CLOSED -> new ChipEnrolmentState.Closed(in.bytes(1, 16, 16));
            default -> open(kind, in);
        };
        in.end();
        return state;
    }

    private static ChipEnrolmentState open(int kind, CborMapReader in) throws CborException {
        var shared = StateFields.established(in.value(1));
        var exchange = StateFields.exchange(in.value(2));
        return switch (kind) {
            case PAYMENT_KEY_NEEDED ->
                new ChipEnrolmentState.PaymentKeyNeeded(shared, exchange, chain(in), validUntil(in));
            case AWAITING_RESULT ->
                new ChipEnrolmentState.AwaitingResult(
                        shared, exchange, BankEnrolmentCodec.purpose(in, 5), chain(in), validUntil(in));
            default ->
                new ChipEnrolmentState.AwaitingCertificate(
                        shared,
                        exchange,
                        bank(in.value(3)),
                        BankEnrolmentCodec.purpose(in, 4),
                        in.bytes(5, 1, MOST_KEY));
        };
    }

    private static CborMapWriter kind(int kind, Established shared, Exchange exchange) {
        return new CborMapWriter()
                .put(KIND, kind)
                .put(1, StateFields.established(shared))
                .put(2, StateFields.exchange(exchange));
    }

    private static CborMapWriter certified(CborMapWriter out, List<byte[]> chain, Instant validUntil) {
        return out.putByteStrings(3, chain).put(4, validUntil.getEpochSecond());
    }

    private static List<byte[]> chain(CborMapReader in) throws CborException {
        return in.byteStrings(3, MOST_CERTIFICATES, MOST_CERTIFICATE);
    }

    private static Instant validUntil(CborMapReader in) throws CborException {
        return Instant.ofEpochSecond(in.integer(4, 0, LAST_SECOND));
    }

    private static CborValue bank(BankTrust bank) {
        return new CborMapWriter()
                .put(1, bank.bankId())
                .put(2, bank.suite())
                .put(3, bank.rootCertificate())
                .toValue();
    }

    private static BankTrust bank(CborValue value) throws CborException {
        var in = CborMapReader.of(value);
        var bank = new BankTrust(in.text(1, 32), (int) in.integer(2, 1, 255), in.bytes(3, 1, MOST_CERTIFICATE));
        in.end();
        return bank;
    }
}
