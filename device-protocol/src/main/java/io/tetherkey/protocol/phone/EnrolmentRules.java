package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.message.EnrolmentPurpose;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.phone.chip.CryptoChip;
import io.tetherkey.protocol.phone.flash.DirectoryPin;
import io.tetherkey.protocol.phone.flash.FlashException;
import io.tetherkey.protocol.phone.flash.FlashStore;
import io.tetherkey.protocol.phone.flash.SlotRecord;
import io.tetherkey.protocol.trust.BankEntry;
import io.tetherkey.protocol.trust.Directory;
import io.tetherkey.protocol.trust.SignedDirectory;
import io.tetherkey.protocol.trust.TrustException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** Whether an enrolment may begin: by the directory, and by what the flash holds of the bank (PROTOCOL.md, "Phone"). */
record EnrolmentRules(FlashStore flash, CryptoChip chip) {

    /** A bank of a directory that holds. */
    record Listed(BankEntry bank, DirectoryPin seen) {}

    /** @throws ProtocolException NOT_AVAILABLE if the directory does not hold or lacks the bank */
    Listed listed(LinkRequest.BeginEnrolment request, Instant now) throws ProtocolException, FlashException {
        DirectoryPin pin = flash.directoryPin().orElseThrow(() -> notAvailable("no directory root is pinned"));
        try {
            Directory directory = SignedDirectory.verify(request.directory(), pin.root(), now, pin.lastVersion());
            BankEntry bank = directory
                    .bank(request.bankId())
                    .orElseThrow(() -> notAvailable("the directory does not list the bank"));
            return new Listed(bank, pin.seen(directory.version()));
        } catch (TrustException e) {
            throw new ProtocolException(StatusCode.NOT_AVAILABLE, "the directory does not hold", e);
        }
    }

    /** @throws ProtocolException with the one reason that the computer is told */
    void requireSlotFits(BankEntry bank, EnrolmentPurpose purpose, Instant now)
            throws ProtocolException, FlashException {
        Optional<SlotRecord> slot = flash.slotOfBank(bank.bankId());
        switch (purpose) {
            case NEW -> requireFree(slot, bank, now);
            case RENEWAL ->
                requireRenewable(slot.orElseThrow(() -> notAvailable("there is no slot to renew")), bank, now);
        }
    }

    private void requireFree(Optional<SlotRecord> slot, BankEntry bank, Instant now)
            throws ProtocolException, FlashException {
        if (slot.filter(own -> own.enabled() && now.isBefore(own.validUntil())).isPresent()) {
            throw new ProtocolException(StatusCode.SLOT_EXISTS, "the bank is enabled already");
        }
        if (slot.filter(own -> bank.suite() < own.suite()).isPresent()) {
            throw new ProtocolException(StatusCode.SUITE, "a slot's suite never falls");
        }
        if (slot.filter(SlotRecord::leaving).isPresent()
                || slot.isEmpty() && flash.slots().size() >= PhoneLimits.SLOTS) {
            throw notAvailable("no slot is free");
        }
    }

    private void requireRenewable(SlotRecord slot, BankEntry bank, Instant now)
            throws ProtocolException, FlashException {
        if (slot.voided()) {
            throw new ProtocolException(StatusCode.VOID, "a void certificate cannot be renewed");
        }
        if (!now.isBefore(slot.validUntil())) {
            throw new ProtocolException(StatusCode.EXPIRED, "an expired certificate cannot be renewed");
        }
        boolean fits = slot.enabled()
                && slot.suite() == bank.suite()
                && Arrays.equals(slot.bankRootCertificate(), bank.rootCertificate())
                && chip.holdsKey(slot.slotId());
        if (!fits) {
            throw notAvailable("the slot cannot be renewed");
        }
    }

    private static ProtocolException notAvailable(String why) {
        return new ProtocolException(StatusCode.NOT_AVAILABLE, why);
    }
}
