package io.tetherkey.bank.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tetherkey.bank.ca.CertificateAuthority;
import io.tetherkey.bank.ca.CertificateProfile;
import io.tetherkey.bank.ca.KeyAlgorithm;
import io.tetherkey.protocol.message.ReceiptContents;
import io.tetherkey.protocol.message.Verdict;
import io.tetherkey.protocol.seal.CoseSign1;
import io.tetherkey.protocol.seal.Signer;
import io.tetherkey.protocol.trust.BankEntry;
import io.tetherkey.protocol.trust.Directory;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class BankReceiptCheckTest {
    private static final KeyAlgorithm KEYS = KeyAlgorithm.ECDSA_P256;
    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CertificateAuthority harbour = root("Harbour root");
    private final BankReceiptCheck check = new BankReceiptCheck(new Directory(
            1,
            NOW,
            NOW.plusSeconds(3600),
            true,
            List.of(new BankEntry(
                    "harbour",
                    "Harbour Bank",
                    "港湾银行",
                    URI.create("https://localhost:1"),
                    harbour.credential().rootDer(),
                    harbour.credential().rootDer(),
                    1,
                    "help@harbour.example",
                    "#0b5d7a")),
            harbour.credential().rootDer()));

    private static CertificateAuthority root(String name) {
        return CertificateAuthority.createRoot("CN=" + name, KEYS, CLOCK, RANDOM);
    }

    private static Signer signer(CertificateAuthority authority, String name, CertificateProfile profile) {
        return authority.issueWithNewKey("CN=" + name, profile, List.of()).signer(KEYS);
    }

    private static byte[] receipt(String bankId, Signer signer, CoseSign1.Use use) {
        var contents =
                new ReceiptContents(bankId, "0".repeat(32), new byte[32], new byte[32], Verdict.PAID, "HB-1", NOW);
        return CoseSign1.signWithChain(signer, use, contents.encode()).encode();
    }

    @Test
    void receiptOfAListedBankHolds() throws ReceiptRefusedException {
        byte[] receipt =
                receipt("harbour", signer(harbour, "harbour", CertificateProfile.BANK_SIGNING), CoseSign1.Use.RECEIPT);
        assertThat(check.verify(receipt).receiptNumber()).isEqualTo("HB-1");
    }

    @Test
    void receiptOfAStrangersRootIsRefused() {
        Signer stranger = signer(root("Harbour root"), "harbour", CertificateProfile.BANK_SIGNING);
        refused(receipt("harbour", stranger, CoseSign1.Use.RECEIPT));
    }

    @Test
    void receiptInTheNameOfAnotherBankIsRefused() {
        refused(receipt("harbour", signer(harbour, "jade", CertificateProfile.BANK_SIGNING), CoseSign1.Use.RECEIPT));
        refused(receipt("jade", signer(harbour, "jade", CertificateProfile.BANK_SIGNING), CoseSign1.Use.RECEIPT));
    }

    @Test
    void signatureForAnotherPurposeIsRefused() {
        Signer bank = signer(harbour, "harbour", CertificateProfile.BANK_SIGNING);
        refused(receipt("harbour", bank, CoseSign1.Use.LOGIN_RESULT));
        refused(receipt("harbour", signer(harbour, "harbour", CertificateProfile.MERCHANT), CoseSign1.Use.RECEIPT));
    }

    @Test
    void anyChangedByteIsRefused() {
        byte[] receipt =
                receipt("harbour", signer(harbour, "harbour", CertificateProfile.BANK_SIGNING), CoseSign1.Use.RECEIPT);
        for (int offset = 0; offset < receipt.length; offset++) {
            byte[] changed = receipt.clone();
            changed[offset] ^= 0x01;
            refused(changed);
        }
    }

    private void refused(byte[] receipt) {
        assertThatThrownBy(() -> check.verify(receipt)).isInstanceOf(ReceiptRefusedException.class);
    }
}
