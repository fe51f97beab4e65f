package io.tetherkey.protocol.phone.flash;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;
import io.tetherkey.protocol.message.Path;
import java.time.Instant;

/**
 * A sealed session as of its last persisted step.
 *
 * @param sessionId 16 bytes
 * @param computerHash {@link TrustedComputer#idHash()} of the computer that opened it, zeros for the phone itself
 * @param path over which its last message came
 * @param offerHash SHA-256 of the Offer that opened it
 * @param contextHash SHA-256 of what the Offer is for, such as the signed order
 * @param offerEnds when the Offer's time is over
 * @param keepUntil when the record may go
 * @param chipState the encoded state of the chip's end, which holds session keys; empty once the session is over
 * @param pendingHash SHA-256 of the bank's message that waits for the user, empty if nothing is asked
 */
public record SessionRecord(
        byte[] sessionId,
        String slotId,
        byte[] computerHash,
        Path path,
        byte[] offerHash,
        byte[] contextHash,
        Instant offerEnds,
        Instant keepUntil,
        byte[] chipState,
        byte[] pendingHash) {
    private static final int MOST_STATE = 49_152;

    public SessionRecord {
        sessionId = sessionId.clone();
        computerHash = computerHash.clone();
        offerHash = offerHash.clone();
        contextHash = contextHash.clone();
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

    @Override
    public byte[] contextHash() {
        return contextHash.clone();
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
        return next(path, newState, messageHash);
    }

    /** The same step, carried over this path from now on. */
    public SessionRecord carriedOver(Path other) {
        return next(other, chipState, pendingHash);
    }

    private SessionRecord next(Path nextPath, byte[] nextState, byte[] nextPending) {
        return new SessionRecord(
                sessionId,
                slotId,
                computerHash,
                nextPath,
                offerHash,
                contextHash,
                offerEnds,
                keepUntil,
                nextState,
                nextPending);
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
                .put(8, path.code())
                .put(9, contextHash)
                .put(10, offerEnds.toEpochMilli())
                .encode();
    }

    static SessionRecord decode(byte[] bytes) throws FlashException {
        try {
            CborMapReader in = CborMapReader.of(bytes);
            SessionRecord session = new SessionRecord(
                    in.bytes(1, FlashCodec.ID, FlashCodec.ID),
                    in.text(2, 32),
                    in.bytes(3, FlashCodec.HASH, FlashCodec.HASH),
                    FlashCodec.known(Path.fromCode((int) in.integer(8, 0, 255))),
                    in.bytes(4, FlashCodec.HASH, FlashCodec.HASH),
                    in.bytes(9, FlashCodec.HASH, FlashCodec.HASH),
                    FlashCodec.time(in, 10),
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
