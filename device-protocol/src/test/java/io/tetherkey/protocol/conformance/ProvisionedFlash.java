package io.tetherkey.protocol.conformance;

import io.tetherkey.protocol.conformance.bank.BankKey;
import io.tetherkey.protocol.conformance.bank.BankKeys;
import io.tetherkey.protocol.conformance.bank.EnrolmentPapers;
import io.tetherkey.protocol.phone.FlashProvisioning;
import io.tetherkey.protocol.phone.SlotIdentity;
import io.tetherkey.protocol.phone.flash.CuttableMedium;
import io.tetherkey.protocol.phone.flash.FlashException;
import io.tetherkey.protocol.seal.CertificatePurpose;
import io.tetherkey.protocol.seal.ChipIssuer;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.seal.Suite;
import io.tetherkey.protocol.seal.TestAuthority;
import io.tetherkey.protocol.trust.BankEntry;
import io.tetherkey.protocol.trust.Directory;
import io.tetherkey.protocol.trust.SignedDirectory;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The flash of a new phone with a slot of each suite, the banks' keys, and what is needed to enrol them. */
record ProvisionedFlash(CuttableMedium medium, BankKeys banks, EnrolmentPapers papers) {

    static ProvisionedFlash create(Clock clock) throws FlashException {
        CuttableMedium medium = new CuttableMedium();
        List<BankKey> banks = new ArrayList<>();
        List<ChipIssuer> issuers = new ArrayList<>();
        FlashProvisioning phone = FlashProvisioning.open(medium, RandomSource.secure(), clock);
        slot(phone, "harbour", Suite.CLASSIC, banks, issuers);
        slot(phone, "jade", Suite.GM, banks, issuers);
        slot(phone, "summit", Suite.POST_QUANTUM, banks, issuers);
        byte[] directory = directory(phone, banks);
        return new ProvisionedFlash(medium, new BankKeys(banks), new EnrolmentPapers(directory, issuers));
    }

    private static void slot(
            FlashProvisioning phone, String bankId, Suite suite, List<BankKey> banks, List<ChipIssuer> issuers)
            throws FlashException {
        TestAuthority authority = new TestAuthority(bankId + " root", suite);
        String slotId = bankId + "-1";
        byte[] spki = phone.createSlot(new SlotIdentity(slotId, bankId, bankId + " bank", "银行", suite.id()));
        byte[] certificate = authority.certify(slotId, spki, CertificatePurpose.CHIP);
        phone.importCertificates(slotId, List.of(certificate), authority.root());
        phone.setPaymentKey(slotId, "135790".toCharArray());
        banks.add(new BankKey(bankId, authority.issue(bankId, CertificatePurpose.BANK), authority.root()));
        issuers.add(authority.chipIssuer());
    }

    private static byte[] directory(FlashProvisioning phone, List<BankKey> banks) throws FlashException {
        TestAuthority authority = new TestAuthority("directory root");
        phone.pinDirectoryRoot(authority.root());
        List<BankEntry> entries = banks.stream()
                .map(bank -> new BankEntry(
                        bank.bankId(),
                        bank.bankId() + " bank",
                        "银行",
                        URI.create("https://localhost:1"),
                        bank.root(),
                        authority.root(),
                        bank.signer().suite().id(),
                        "call",
                        "#112233"))
                .toList();
        var directory = new Directory(
                1, TestAuthority.NOW, TestAuthority.NOW.plus(Duration.ofDays(1)), true, entries, authority.root());
        return SignedDirectory.sign(directory, authority.issue("directory", CertificatePurpose.DIRECTORY));
    }
}
