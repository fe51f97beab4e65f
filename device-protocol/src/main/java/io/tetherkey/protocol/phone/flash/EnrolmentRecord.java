package io.tetherkey.protocol.phone.flash;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;
import java.time.Instant;

/**
 * An enrolment as of its last persisted step. The slot itself is untouched until the bank's certificate may take effect.
 *
 * @param sessionId 16 bytes
 * @param slotId the slot that the enrolment is for; it need not exist yet
 * @param bank what the slot will be of
 * @param bankRootCertificate the bank's root in the directory, DER
 * @param computerHash {@link TrustedComputer#idHash()} of the computer that began it, zeros for the phone itself
 * @param offerHash SHA-256 of the EnrolmentOffer
 * @param keepUntil when the record may go
 * @param chipState the encoded state of the chip's end, which holds session keys; empty once the enrolment is over
 * @param pendingHash SHA-256 of the message that waits for the user, empty if nothing is asked
 */
public record EnrolmentRecord(
        byte[] sessionId,
        String slotId,
        Bank bank,
        byte[] bankRootCertificate,
        byte[] computerHash,
        byte[] offerHash,
        Instant keepUntil,
        byte[] chipState,
        byte[] pendingHash) {
    private static final int MOST_STATE = 57_344;
    private static final int MOST_CERTIFICATE = 8_192;

    /** The bank as the directory names it. */
    public record Bank(String bankId, String nameEn, String nameZh, int suite) {}

    public EnrolmentRecord {
        sessionId = sessionId.clone();
        bankRootCertificate = bankRootCertificate.clone();
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
    public byte[] bankRootCertificate() {
        return bankRootCertificate.clone();
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
    public EnrolmentRecord asking(byte[] newState, byte[] messageHash) {
        return new EnrolmentRecord(
                sessionId,
                slotId,
                bank,
                bankRootCertificate,
                computerHash,
                offerHash,
                keepUntil,
                newState,
                messageHash);
    }

    /** The next step, with nothing to ask. */
    public EnrolmentRecord answered(byte[] newState) {
        return asking(newState, new byte[0]);
    }

    /** The enrolment is over; its keys are dropped and only its answers stay for a while. */
    public EnrolmentRecord closed() {
        return answered(new byte[0]);
    }

    /** Without the state. */
    @Override
    public String toString() {
        return "EnrolmentRecord[" + FlashCodec.hex(sessionId).substring(0, 8) + ", slot " + slotId + "]";
    }

    byte[] encode() {
        return new CborMapWriter()
                .put(1, sessionId)
                .put(2, slotId)
                .put(3, bank.bankId())
                .put(4, bank.nameEn())
                .put(5, bank.nameZh())
                .put(6, bank.suite())
                .put(7, bankRootCertificate)
                .put(8, computerHash)
                .put(9, offerHash)
                .put(10, keepUntil.toEpochMilli())
                .put(11, chipState)
                .put(12, pendingHash)
                .encode();
    }

    static EnrolmentRecord decode(byte[] bytes) throws FlashException {
        try {
            CborMapReader in = CborMapReader.of(bytes);
            EnrolmentRecord enrolment = new EnrolmentRecord(
                    in.bytes(1, FlashCodec.ID, FlashCodec.ID),
                    in.text(2, 32),
                    new Bank(in.text(3, 64), in.text(4, 256), in.text(5, 256), (int) in.integer(6, 1, 255)),
                    in.bytes(7, 1, MOST_CERTIFICATE),
                    in.bytes(8, FlashCodec.HASH, FlashCodec.HASH),
                    in.bytes(9, FlashCodec.HASH, FlashCodec.HASH),
                    FlashCodec.time(in, 10),
                    in.bytes(11, 0, MOST_STATE),
                    in.bytes(12, 0, FlashCodec.HASH));
            in.end();
            return enrolment;
        } catch (CborException e) {
            throw FlashCodec.damaged("enrolment", e);
        }
    }
}
