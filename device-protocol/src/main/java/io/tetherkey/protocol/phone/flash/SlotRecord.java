package io.tetherkey.protocol.phone.flash;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;
import io.tetherkey.protocol.message.SlotResult;
import java.time.Instant;
import java.util.List;

/**
 * What the flash holds of one bank's slot; the key itself stays with the chip.
 *
 * @param certificateChain DER, the chip's certificate first, empty until it is imported
 * @param bankRootCertificate DER, empty until it is imported
 * @param validUntil the end of the chip certificate
 * @param paymentKeySet whether the user has set a payment key
 * @param attemptsLeft of ten, as the bank last told under its seal; see {@link #charged} and {@link #allowed}
 * @param counter authorizations made with this slot, grows by one each
 * @param previousEvidenceHash SHA-256 of the last evidence, 32 zero bytes before the first
 * @param leaving whether the user had the slot deleted and only the chip's erasure is still to come
 */
public record SlotRecord(
        String slotId,
        String bankId,
        String nameEn,
        String nameZh,
        int suite,
        List<byte[]> certificateChain,
        byte[] bankRootCertificate,
        Instant validUntil,
        boolean paymentKeySet,
        boolean voided,
        int attemptsLeft,
        SlotResult lastResult,
        long counter,
        byte[] previousEvidenceHash,
        boolean leaving) {
    /** Failures in a row that void a certificate. */
    public static final int MOST_ATTEMPTS = 10;

    private static final int HASH = 32;
    private static final int MOST_CERTIFICATE = 16_384;

    public SlotRecord {
        certificateChain = certificateChain.stream().map(byte[]::clone).toList();
        bankRootCertificate = bankRootCertificate.clone();
        previousEvidenceHash = previousEvidenceHash.clone();
    }

    /** A slot whose key was just made. */
    public static SlotRecord fresh(String slotId, String bankId, String nameEn, String nameZh, int suite) {
        return new SlotRecord(
                slotId,
                bankId,
                nameEn,
                nameZh,
                suite,
                List.of(),
                new byte[0],
                Instant.EPOCH,
                false,
                false,
                MOST_ATTEMPTS,
                SlotResult.NONE,
                0,
                new byte[HASH],
                false);
    }

    @Override
    public List<byte[]> certificateChain() {
        return certificateChain.stream().map(byte[]::clone).toList();
    }

    @Override
    public byte[] bankRootCertificate() {
        return bankRootCertificate.clone();
    }

    @Override
    public byte[] previousEvidenceHash() {
        return previousEvidenceHash.clone();
    }

    /** Whether payments can be made with it: certified, payment key set, not void, not being deleted. */
    public boolean enabled() {
        return paymentKeySet && !voided && !leaving && !certificateChain.isEmpty();
    }

    public SlotRecord withCertificates(List<byte[]> chain, byte[] bankRoot, Instant until) {
        return with(
                chain, bankRoot, until, paymentKeySet, voided, attemptsLeft, lastResult, counter, previousEvidenceHash);
    }

    /**
     * The bank enabled it by its signed word: a new certificate, ten attempts, no result yet. Counter and hash of the
     * evidence go on from a certificate before.
     */
    public SlotRecord enrolled(EnrolmentRecord.Bank bank, List<byte[]> chain, byte[] bankRoot, Instant until) {
        return new SlotRecord(
                slotId,
                bankId,
                bank.nameEn(),
                bank.nameZh(),
                bank.suite(),
                chain,
                bankRoot,
                until,
                true,
                false,
                MOST_ATTEMPTS,
                SlotResult.NONE,
                counter,
                previousEvidenceHash,
                false);
    }

    /** A new certificate in the place of the old one; everything else stays. */
    public SlotRecord renewed(List<byte[]> chain, Instant until) {
        return withCertificates(chain, bankRootCertificate, until);
    }

    /** The user had it deleted; it serves for nothing more. */
    public SlotRecord asLeaving() {
        return new SlotRecord(
                slotId,
                bankId,
                nameEn,
                nameZh,
                suite,
                certificateChain,
                bankRootCertificate,
                validUntil,
                paymentKeySet,
                voided,
                attemptsLeft,
                lastResult,
                counter,
                previousEvidenceHash,
                true);
    }

    public SlotRecord withPaymentKey() {
        return state(true, voided, attemptsLeft, lastResult);
    }

    /** The bank told how many attempts are left: the count only ever falls here. */
    public SlotRecord charged(int told) {
        return state(paymentKeySet, voided, Math.min(attemptsLeft, told), lastResult);
    }

    /** The bank verified the payment key: the one way in which the count grows. */
    public SlotRecord allowed(int told) {
        return state(paymentKeySet, voided, told, SlotResult.ALLOWED);
    }

    public SlotRecord withResult(SlotResult result) {
        return state(paymentKeySet, voided, attemptsLeft, result);
    }

    /** The certificate is void: no attempts, never enabled again. */
    public SlotRecord asVoid() {
        return state(paymentKeySet, true, 0, SlotResult.VOID);
    }

    /** After an authorization was signed. */
    public SlotRecord authorized(long newCounter, byte[] evidenceHash) {
        if (newCounter <= counter) {
            throw new IllegalArgumentException("the authorization counter only grows");
        }
        return with(
                certificateChain,
                bankRootCertificate,
                validUntil,
                paymentKeySet,
                voided,
                attemptsLeft,
                lastResult,
                newCounter,
                evidenceHash);
    }

    private SlotRecord state(boolean keySet, boolean isVoid, int attempts, SlotResult result) {
        return with(
                certificateChain,
                bankRootCertificate,
                validUntil,
                keySet,
                isVoid,
                attempts,
                result,
                counter,
                previousEvidenceHash);
    }

    private SlotRecord with(
            List<byte[]> chain,
            byte[] root,
            Instant until,
            boolean keySet,
            boolean isVoid,
            int attempts,
            SlotResult result,
            long count,
            byte[] evidenceHash) {
        return new SlotRecord(
                slotId,
                bankId,
                nameEn,
                nameZh,
                suite,
                chain,
                root,
                until,
                keySet,
                isVoid,
                attempts,
                result,
                count,
                evidenceHash,
                leaving);
    }

    byte[] encode() {
        CborMapWriter out = new CborMapWriter()
                .put(1, slotId)
                .put(2, bankId)
                .put(3, nameEn)
                .put(4, nameZh)
                .put(5, suite)
                .putByteStrings(6, certificateChain)
                .put(7, bankRootCertificate)
                .put(8, validUntil.getEpochSecond())
                .put(9, paymentKeySet)
                .put(10, voided)
                .put(11, attemptsLeft)
                .put(12, lastResult.code())
                .put(13, counter)
                .put(14, previousEvidenceHash);
        return leaving ? out.put(15, true).encode() : out.encode();
    }

    static SlotRecord decode(byte[] bytes) throws FlashException {
        try {
            CborMapReader in = CborMapReader.of(bytes);
            SlotRecord slot = new SlotRecord(
                    in.text(1, 32),
                    in.text(2, 64),
                    in.text(3, 256),
                    in.text(4, 256),
                    (int) in.integer(5, 1, 255),
                    in.byteStrings(6, 8, MOST_CERTIFICATE),
                    in.bytes(7, 0, MOST_CERTIFICATE),
                    Instant.ofEpochSecond(in.integer(8, 0, Instant.MAX.getEpochSecond())),
                    in.bool(9),
                    in.bool(10),
                    (int) in.integer(11, 0, MOST_ATTEMPTS),
                    FlashCodec.known(SlotResult.fromCode((int) in.integer(12, 0, 255))),
                    in.integer(13, 0, Long.MAX_VALUE),
                    in.bytes(14, HASH, HASH),
                    in.has(15) && in.bool(15));
            in.end();
            return slot;
        } catch (CborException e) {
            throw FlashCodec.damaged("slot", e);
        }
    }
}
