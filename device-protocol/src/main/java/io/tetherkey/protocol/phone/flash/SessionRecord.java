package io.tetherkey.protocol.phone.flash;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;
import java.time.Instant;

/**
 * A sealed session as of its last persisted step.
 *
 * @param sessionId 16 bytes
 * @param computerHash {@link TrustedComputer#idHash()} of the computer on whose cable it runs
 * @param offerHash SHA-256 of the Offer that opened it
 * @param keepUntil when the record may go
 * @param chipState the encoded state of the chip's end, which holds session keys; empty once the session is over
 * @param pendingHash SHA-256 of the bank's message that waits for the user, empty if nothing is asked
 */
public record SessionRecord(
        byte[] sessionId,
        String slotId,
        byte[] computerHash,
        byte[] offerHash,
        Instant keepUntil,
        byte[] chipState,
        byte[] pendingHash) {
    private static final int MOST_STATE = 49_152;

    public SessionRecord {
        sessionId = sessionId.clone();
        computerHash = computerHash.clone();
        offerHash = offerHash.clone();
        chipState = chipState.clone();
        pendingHash = pendingHash.clone();
    }

    @Override
    public byte[] sessionId() {
        return sessionId.clone();
    }

    @Override
    public byte[] computerHash() {
        return computerHash.clone();
    }

    @Override
    public byte[] offerHash() {
        return offerHash.clone();
    }

    /** Holds session keys. */
    @Override
    public byte[] chipState() {
        return chipState.clone();
    }

    @Override
    public byte[] pendingHash() {
        return pendingHash.clone();
    }

    public boolean over() {
        return chipState.length == 0;
    }

    public boolean asksItsUser() {
        return pendingHash.length > 0;
    }

    /** The next step, which waits for the user. */
    public SessionRecord asking(byte[] newState, byte[] messageHash) {
        return new SessionRecord(sessionId, slotId, computerHash, offerHash, keepUntil, newState, messageHash);
    }

    /** The next step, with nothing to ask. */
    public SessionRecord answered(byte[] newState) {
        return asking(newState, new byte[0]);
    }

    /** The session is over; its keys are dropped and only its answers stay for a while. */
    public SessionRecord closed() {
        return answered(new byte[0]);
    }

    /** Without the state. */
    @Override
    public String toString() {
        return "SessionRecord[" + FlashCodec.hex(sessionId).substring(0, 8) + ", slot " + slotId + "]";
    }

    byte[] encode() {
        return new CborMapWriter()
                .put(1, sessionId)
                .put(2, slotId)
                .put(3, computerHash)
                .put(4, offerHash)
                .put(5, keepUntil.toEpochMilli())
                .put(6, chipState)
                .put(7, pendingHash)
                .encode();
    }

    static SessionRecord decode(byte[] bytes) throws FlashException {
        try {
            CborMapReader in = CborMapReader.of(bytes);
            SessionRecord session = new SessionRecord(
                    in.bytes(1, FlashCodec.ID, FlashCodec.ID),
                    in.text(2, 32),
                    in.bytes(3, FlashCodec.HASH, FlashCodec.HASH),
                    in.bytes(4, FlashCodec.HASH, FlashCodec.HASH),
                    FlashCodec.time(in, 5),
                    in.bytes(6, 0, MOST_STATE),
                    in.bytes(7, 0, FlashCodec.HASH));
            in.end();
            return session;
        } catch (CborException e) {
            throw FlashCodec.damaged("session", e);
        }
    }
}
