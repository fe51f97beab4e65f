package io.tetherkey.protocol.message;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;
import io.tetherkey.protocol.cbor.CborValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The payload of the bank's signed Offer (PROTOCOL.md, "Offer").
 *
 * @param sessionId 16 random bytes
 * @param suites every suite that the bank would take, ascending
 * @param suite the one that {@code kemKey} belongs to
 * @param kemKey the bank's fresh KEM key for this session
 * @param nonce 32 random bytes
 * @param issuedAt to the second
 * @param timeToLive whole seconds, 1 to 300
 * @param contextHash SHA-256 of the order or of the web session that asked, 32 bytes
 */
public record Offer(
        String bankId,
        byte[] sessionId,
        List<Integer> suites,
        int suite,
        byte[] kemKey,
        byte[] nonce,
        Instant issuedAt,
        Duration timeToLive,
        byte[] contextHash) {
    /** The longest time to live. */
    public static final Duration MOST_TIME_TO_LIVE = Duration.ofSeconds(300);
    /** Bytes of a session id. */
    public static final int SESSION_ID = 16;
    /** Bytes of the nonce. */
    public static final int NONCE = 32;
    /** Most suites in a list. */
    static final int MOST_SUITES = 8;

    private static final int VERSION = 1;
    static final int MOST_KEM_KEY = 2_048;

    public Offer {
        sessionId = sessionId.clone();
        suites = List.copyOf(suites);
        kemKey = kemKey.clone();
        nonce = nonce.clone();
        contextHash = contextHash.clone();
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

    @Override
    public byte[] contextHash() {
        return contextHash.clone();
    }

    /** The first instant at which the session is over. */
    public Instant expiresAt() {
        return issuedAt.plus(timeToLive);
    }

    public byte[] encode() {
        return new CborMapWriter()
                .put(1, VERSION)
                .put(2, bankId)
                .put(3, sessionId)
                .put(4, suiteList(suites))
                .put(5, suite)
                .put(6, kemKey)
                .put(7, nonce)
                .put(8, issuedAt.getEpochSecond())
                .put(9, timeToLive.toSeconds())
                .put(10, contextHash)
                .encode();
    }

    /** @throws ProtocolException BAD_VERSION or BAD_ENCODING if the bytes are not an Offer of version 1 */
    public static Offer decode(byte[] payload) throws ProtocolException {
        try {
            var in = CborMapReader.of(payload);
            if (in.integer(1, 0, Integer.MAX_VALUE) != VERSION) {
                throw new ProtocolException(StatusCode.BAD_VERSION, "Offer of another version");
            }
            var offer = new Offer(
                    in.text(2, Fields.MOST_BANK_ID),
                    in.bytes(3, SESSION_ID, SESSION_ID),
                    suiteList(in, 4),
                    (int) in.integer(5, 1, 255),
                    in.bytes(6, 1, MOST_KEM_KEY),
                    in.bytes(7, NONCE, NONCE),
                    Fields.instant(in, 8),
                    Duration.ofSeconds(in.integer(9, 1, MOST_TIME_TO_LIVE.toSeconds())),
                    in.bytes(10, Fields.HASH, Fields.HASH));
            in.end();
            return offer;
        } catch (CborException e) {
            throw new ProtocolException(StatusCode.BAD_ENCODING, "Offer: " + e.getMessage(), e);
        }
    }

    static CborValue suiteList(List<Integer> suites) {
        return new CborValue.Array(
                suites.stream().map(s -> (CborValue) new CborValue.Int(s)).toList());
    }

    static List<Integer> suiteList(CborMapReader in, int key) throws CborException {
        List<Integer> suites = new ArrayList<>();
        for (CborValue item : in.array(key, MOST_SUITES)) {
            if (!(item instanceof CborValue.Int(long number)) || number < 1 || number > 255) {
                throw new CborException("suite list holds no suite");
            }
            suites.add((int) number);
        }
        return List.copyOf(suites);
    }
}
