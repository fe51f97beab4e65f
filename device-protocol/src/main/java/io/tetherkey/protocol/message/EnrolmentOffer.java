package io.tetherkey.protocol.message;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The payload of the bank's signed EnrolmentOffer (PROTOCOL.md, "Enrolment messages").
 *
 * @param sessionId 16 random bytes
 * @param suites every suite that the bank would take, ascending
 * @param suite the one that {@code kemKey} belongs to
 * @param kemKey the bank's fresh KEM key for this session
 * @param nonce 32 random bytes
 * @param issuedAt to the second
 * @param timeToLive whole seconds, 1 to 900
 */
public record EnrolmentOffer(
        String bankId,
        byte[] sessionId,
        List<Integer> suites,
        int suite,
        byte[] kemKey,
        byte[] nonce,
        Instant issuedAt,
        Duration timeToLive,
        EnrolmentPurpose purpose) {
    /** The longest time to live: time to type a code of twelve digits and a payment key twice. */
    public static final Duration MOST_TIME_TO_LIVE = Duration.ofSeconds(900);

    private static final int VERSION = 1;

    public EnrolmentOffer {
        sessionId = sessionId.clone();
        suites = List.copyOf(suites);
        kemKey = kemKey.clone();
        nonce = nonce.clone();
    }

    @Override
    public byte[] sessionId() {
        return sessionId.clone();
    }

    @Override
    public byte[] kemKey() {
        return kemKey.clone();
    }

    @Override
    public byte[] nonce() {
        return nonce.clone();
    }

    /** The first instant at which the enrolment is over. */
    public Instant expiresAt() {
        return issuedAt.plus(timeToLive);
    }

    public byte[] encode() {
        return new CborMapWriter()
                .put(1, VERSION)
                .put(2, bankId)
                .put(3, sessionId)
                .put(4, Offer.suiteList(suites))
                .put(5, suite)
                .put(6, kemKey)
                .put(7, nonce)
                .put(8, issuedAt.getEpochSecond())
                .put(9, timeToLive.toSeconds())
                .put(10, purpose.code())
                .encode();
    }

    /** @throws ProtocolException BAD_VERSION or BAD_ENCODING if the bytes are not an EnrolmentOffer of version 1 */
    public static EnrolmentOffer decode(byte[] payload) throws ProtocolException {
        try {
            var in = CborMapReader.of(payload);
            if (in.integer(1, 0, Integer.MAX_VALUE) != VERSION) {
                throw new ProtocolException(StatusCode.BAD_VERSION, "EnrolmentOffer of another version");
            }
            var offer = new EnrolmentOffer(
                    in.text(2, Fields.MOST_BANK_ID),
                    in.bytes(3, Offer.SESSION_ID, Offer.SESSION_ID),
                    Offer.suiteList(in, 4),
                    (int) in.integer(5, 1, 255),
                    in.bytes(6, 1, Offer.MOST_KEM_KEY),
                    in.bytes(7, Offer.NONCE, Offer.NONCE),
                    Fields.instant(in, 8),
                    Duration.ofSeconds(in.integer(9, 1, MOST_TIME_TO_LIVE.toSeconds())),
                    Fields.known(EnrolmentPurpose.fromCode((int) in.integer(10, 0, 255))));
            in.end();
            return offer;
        } catch (CborException e) {
            throw new ProtocolException(StatusCode.BAD_ENCODING, "EnrolmentOffer: " + e.getMessage(), e);
        }
    }
}
