package io.tetherkey.protocol.conformance;

import io.tetherkey.protocol.conformance.bank.BankKey;
import io.tetherkey.protocol.conformance.bank.BankKeys;
import io.tetherkey.protocol.phone.FlashProvisioning;
import io.tetherkey.protocol.phone.SlotIdentity;
import io.tetherkey.protocol.phone.flash.CuttableMedium;
import io.tetherkey.protocol.phone.flash.FlashException;
import io.tetherkey.protocol.seal.CertificatePurpose;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.seal.Suite;
import io.tetherkey.protocol.seal.TestAuthority;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The flash of a new phone with a slot of each suite, and the banks' keys. */
record ProvisionedFlash(CuttableMedium medium, BankKeys banks) {

    static ProvisionedFlash create(Clock clock) throws FlashException {
        CuttableMedium medium = new CuttableMedium();
        List<BankKey> banks = new ArrayList<>();
        FlashProvisioning phone = FlashProvisioning.open(medium, RandomSource.secure(), clock);
        banks.add(slot(phone, "harbour", Suite.CLASSIC));
        banks.add(slot(phone, "jade", Suite.GM));
        banks.add(slot(phone, "summit", Suite.POST_QUANTUM));
        return new ProvisionedFlash(medium, new BankKeys(banks));
    }

    private static BankKey slot(FlashProvisioning phone, String bankId, Suite suite) throws FlashException {
        TestAuthority authority = new TestAuthority(bankId + " root", suite);
        String slotId = bankId + "-1";
        byte[] spki = phone.createSlot(new SlotIdentity(slotId, bankId, bankId + " bank", "银行", suite.id()));
        byte[] certificate = authority.certify(slotId, spki, CertificatePurpose.CHIP);
        phone.importCertificates(slotId, List.of(certificate), authority.root());
        phone.setPaymentKey(slotId, "135790".toCharArray());
        return new BankKey(bankId, authority.issue(bankId, CertificatePurpose.BANK), authority.root());
    }
}
