package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.phone.chip.CryptoChip;
import io.tetherkey.protocol.phone.chip.SoftwareChip;
import io.tetherkey.protocol.phone.flash.DirectoryPin;
import io.tetherkey.protocol.phone.flash.FileFlashMedium;
import io.tetherkey.protocol.phone.flash.FlashException;
import io.tetherkey.protocol.phone.flash.FlashMedium;
import io.tetherkey.protocol.phone.flash.FlashStore;
import io.tetherkey.protocol.phone.flash.SlotRecord;
import io.tetherkey.protocol.phone.flash.TrustedComputer;
import io.tetherkey.protocol.seal.CertificateException;
import io.tetherkey.protocol.seal.Certificates;
import io.tetherkey.protocol.seal.Hashes;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.seal.Suite;
import io.tetherkey.protocol.session.ChipEnrolment;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Provisions the flash of a phone with a {@link SoftwareChip}. */
public final class FlashProvisioning implements PhoneProvisioning {
    private final FlashStore flash;
    private final CryptoChip chip;
    private final Clock clock;

    private FlashProvisioning(FlashStore flash, RandomSource random, Clock clock) {
        this.flash = flash;
        this.chip = new SoftwareChip(flash, random);
        this.clock = clock;
    }

    /**
     * Opens a flash file, or makes it with its folders.
     *
     * @throws FlashException if it is damaged or cannot be written
     */
    public static FlashProvisioning open(Path flashFile, RandomSource random, Clock clock) throws FlashException {
        return open(new FileFlashMedium(flashFile), random, clock);
    }

    /** Opens a flash on any medium. */
    public static FlashProvisioning open(FlashMedium medium, RandomSource random, Clock clock) throws FlashException {
        return new FlashProvisioning(FlashStore.open(medium), random, clock);
    }

    @Override
    public byte[] createSlot(SlotIdentity slot) throws FlashException {
        if (flash.slotOfBank(slot.bankId()).isPresent()) {
            throw new IllegalStateException("bank " + slot.bankId() + " has a slot already");
        }
        Suite suite = Suite.fromId(slot.suite())
                .orElseThrow(() -> new IllegalArgumentException("unknown suite " + slot.suite()));
        byte[] spki = chip.makeKey(slot.slotId(), suite);
        flash.update()
                .put(SlotRecord.fresh(slot.slotId(), slot.bankId(), slot.nameEn(), slot.nameZh(), slot.suite()))
                .commit();
        return spki;
    }

    @Override
    public byte[] sign(String slotId, byte[] toBeSigned) throws FlashException {
        return chip.sign(slotId, toBeSigned);
    }

    @Override
    public void importCertificates(String slotId, List<byte[]> certificateChain, byte[] bankRootCertificate)
            throws FlashException {
        if (!ChipEnrolment.isShortEnough(certificateChain)) {
            throw new IllegalArgumentException("the certificates of slot " + slotId + " are too long");
        }
        SlotRecord slot = slot(slotId);
        try {
            byte[] certified = Certificates.spki(certificateChain.getFirst());
            if (!MessageDigest.isEqual(certified, chip.publicKey(slotId))) {
                throw new IllegalArgumentException("the certificate is not for the key of slot " + slotId);
            }
            Instant validUntil = Certificates.notAfter(certificateChain.getFirst());
            flash.update()
                    .put(slot.withCertificates(certificateChain, bankRootCertificate, validUntil))
                    .commit();
        } catch (CertificateException e) {
            throw new IllegalArgumentException("the certificate of slot " + slotId + " cannot be read", e);
        }
    }

    @Override
    public byte[] setPaymentKey(String slotId, char[] paymentKey) throws FlashException {
        if (!PaymentKeys.isWellFormed(paymentKey)) {
            throw new IllegalArgumentException("a payment key is six digits");
        }
        SlotRecord slot = slot(slotId);
        byte[] responseKey = chip.responseKey(slotId, paymentKey);
        flash.update().put(slot.withPaymentKey()).commit();
        return responseKey;
    }

    @Override
    public void trustComputer(byte[] computerId, String computerName) throws FlashException {
        flash.update()
                .put(new TrustedComputer(Hashes.sha256(computerId), computerName, clock.instant()))
                .commit();
    }

    @Override
    public void pinDirectoryRoot(byte[] directoryRoot) throws FlashException {
        flash.update().put(new DirectoryPin(directoryRoot, 0)).commit();
    }

    private SlotRecord slot(String slotId) throws FlashException {
        return flash.slot(slotId).orElseThrow(() -> new IllegalStateException("there is no slot " + slotId));
    }
}
