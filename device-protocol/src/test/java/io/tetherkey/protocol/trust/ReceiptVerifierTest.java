package io.tetherkey.protocol.trust;

import static io.tetherkey.protocol.seal.TestAuthority.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborLimits;
import io.tetherkey.protocol.message.Decision;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.LinkCodec;
import io.tetherkey.protocol.message.Money;
import io.tetherkey.protocol.message.Order;
import io.tetherkey.protocol.message.Path;
import io.tetherkey.protocol.message.ReceiptContents;
import io.tetherkey.protocol.message.Verdict;
import io.tetherkey.protocol.seal.CertificatePurpose;
import io.tetherkey.protocol.seal.CoseSign1;
import io.tetherkey.protocol.seal.Evidence;
import io.tetherkey.protocol.seal.Signer;
import io.tetherkey.protocol.seal.Suite;
import io.tetherkey.protocol.seal.TestAuthority;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReceiptVerifierTest {
    private final TestAuthority bankRoot = new TestAuthority("Harbour Root");
    private final TestAuthority merchantRoot = new TestAuthority("Merchant Root");
    private final Signer bank = bankRoot.issue("harbour", CertificatePurpose.BANK);
    private final Signer chip = bankRoot.issue("slot-1", CertificatePurpose.CHIP);
    private final Signer merchant = merchantRoot.issue("lotus", CertificatePurpose.MERCHANT);
    private final Order order = order("lotus");

    private static Order order(String merchantId) {
        return new Order(
                "0123456789abcdef0123456789abcdef",
                merchantId,
                "Lotus Tea House 荷塘茶舍",
                "6200 0000 1234",
                new Money(12_800, "CNY"),
                "Jasmine tea",
                NOW.minusSeconds(10),
                NOW.plusSeconds(600),
                List.of("harbour"));
    }

    private ExportedReceipt exported(Decision decision, Verdict verdict) throws TrustException {
        return exported(bankRoot, bank, chip, decision, verdict);
    }

    private ExportedReceipt exported(TestAuthority root, Signer bank, Signer chip, Decision decision, Verdict verdict)
            throws TrustException {
        byte[] signedOrder = OrderVerifier.sign(order, merchant);
        var verified = new OrderVerifier(merchantRoot.root()).verify(signedOrder, NOW);
        var evidence = Evidence.sign(
                chip,
                new Evidence.Facts(verified.paymentRequest(), new byte[32], decision, 1, new byte[32], Path.WIRED));
        var contents = new ReceiptContents(
                "harbour", order.orderId(), verified.orderHash(), evidence.hash(), verdict, "HB-0000000001", NOW);
        byte[] receipt = CoseSign1.signWithChain(bank, CoseSign1.Use.RECEIPT, contents.encode())
                .encode();
        return new ExportedReceipt(signedOrder, evidence.detached(), receipt, root.root(), merchantRoot.root());
    }

    @Nested
    class Receipt {
        @Test
        void tellsOrderAndVerdict() throws TrustException {
            byte[] file = exported(Decision.APPROVED, Verdict.PAID).encode();
            var facts = ReceiptVerifier.verify(file, directory(bankRoot, merchantRoot));
            assertThat(facts.order()).isEqualTo(order);
            assertThat(facts.receipt().verdict()).isEqualTo(Verdict.PAID);
            assertThat(facts.anchor()).isEqualTo(ReceiptFacts.Anchor.DIRECTORY);
            assertThat(ReceiptVerifier.verifyAlone(file).anchor()).isEqualTo(ReceiptFacts.Anchor.FILE);
        }

        @ParameterizedTest
        @EnumSource(Suite.class)
        void holdsInEverySuite(Suite suite) throws TrustException {
            var root = new TestAuthority("Bank Root", suite);
            byte[] file = exported(
                            root,
                            root.issue("harbour", CertificatePurpose.BANK),
                            root.issue("slot-1", CertificatePurpose.CHIP),
                            Decision.APPROVED,
                            Verdict.PAID)
                    .encode();
            assertThat(ReceiptVerifier.verifyAlone(file).receipt().verdict()).isEqualTo(Verdict.PAID);
        }

        @Test
        void withEveryPartAtItsLongestFitsInOneItem() throws CborException {
            byte[] proof = new byte[LinkCodec.MOST_PROOF];
            byte[] root = new byte[CoseSign1.MOST_CERTIFICATE];
            byte[] file =
                    new ExportedReceipt(new byte[OrderVerifier.MOST_SIGNED_ORDER], proof, proof, root, root).encode();
            assertThat(file).hasSizeLessThanOrEqualTo(CborLimits.MAX_ITEM);
            assertThat(ExportedReceipt.decode(file).encode()).isEqualTo(file);
        }

        @Test
        void isRefusedWithAnyByteChanged() throws TrustException {
            byte[] file = exported(Decision.APPROVED, Verdict.PAID).encode();
            for (int i = 0; i < file.length; i++) {
                for (int flip : new int[] {0x01, 0x80}) {
                    byte[] changed = file.clone();
                    changed[i] ^= (byte) flip;
                    assertThatThrownBy(() -> ReceiptVerifier.verifyAlone(changed))
                            .as("byte " + i)
                            .isInstanceOfSatisfying(
                                    TrustException.class,
                                    e -> assertThat(e.fault()).isEqualTo(Fault.RECEIPT_REFUSED));
                }
            }
        }

        @Test
        void isRefusedUnderForeignRoots() throws TrustException {
            byte[] file = exported(Decision.APPROVED, Verdict.PAID).encode();
            var foreign = new TestAuthority("Harbour Root");
            assertRefused(file, directory(foreign, merchantRoot));
            assertRefused(file, directory(bankRoot, foreign));
        }

        @Test
        void isRefusedWhenPaidWithoutApproval() throws TrustException {
            byte[] file = exported(Decision.DECLINED, Verdict.PAID).encode();
            assertRefused(file, directory(bankRoot, merchantRoot));
        }

        private void assertRefused(byte[] file, Directory directory) {
            assertThatThrownBy(() -> ReceiptVerifier.verify(file, directory))
                    .isInstanceOfSatisfying(
                            TrustException.class, e -> assertThat(e.fault()).isEqualTo(Fault.RECEIPT_REFUSED));
        }
    }

    @Nested
    class SignedOrder {
        @Test
        void isRefusedFromAnotherMerchantRootOrName() {
            byte[] stranger = OrderVerifier.sign(
                    order, new TestAuthority("Merchant Root").issue("lotus", CertificatePurpose.MERCHANT));
            assertFault(stranger, Fault.ORDER_UNTRUSTED);
            assertFault(OrderVerifier.sign(order("somebody"), merchant), Fault.ORDER_UNTRUSTED);
            assertFault(
                    OrderVerifier.sign(order, merchantRoot.issue("lotus", CertificatePurpose.BANK)),
                    Fault.ORDER_UNTRUSTED);
            assertFault(new byte[OrderVerifier.MOST_SIGNED_ORDER + 1], Fault.ORDER_UNTRUSTED);
        }

        @Test
        void isRefusedFromItsExpiryOn() {
            byte[] signed = OrderVerifier.sign(order, merchant);
            var verifier = new OrderVerifier(merchantRoot.root());
            assertThatThrownBy(() -> verifier.verify(signed, order.expiresAt()))
                    .isInstanceOfSatisfying(
                            TrustException.class, e -> assertThat(e.fault()).isEqualTo(Fault.ORDER_EXPIRED));
        }

        private void assertFault(byte[] signed, Fault fault) {
            assertThatThrownBy(() -> new OrderVerifier(merchantRoot.root()).verify(signed, NOW))
                    .isInstanceOfSatisfying(
                            TrustException.class, e -> assertThat(e.fault()).isEqualTo(fault));
        }
    }

    @Nested
    class DirectoryFile {
        private final TestAuthority root = new TestAuthority("Directory Root");
        private final Signer signer = root.issue("directory", CertificatePurpose.DIRECTORY);

        @Test
        void comesBackWhole() throws TrustException {
            byte[] file = SignedDirectory.sign(directory(bankRoot, merchantRoot), signer);
            var read = SignedDirectory.verify(file, root.root(), NOW, 3);
            assertThat(read.bank("harbour").orElseThrow().nameZh()).isEqualTo("港湾银行");
            assertThat(read.bank("other")).isEmpty();
            assertThat(read.demo()).isTrue();
        }

        @Test
        void isRefusedWhenExpiredRolledBackForeignOrChanged() {
            byte[] file = SignedDirectory.sign(directory(bankRoot, merchantRoot), signer);
            assertInvalid(() -> SignedDirectory.verify(file, root.root(), NOW.plusSeconds(3_600), 3));
            assertInvalid(() -> SignedDirectory.verify(file, root.root(), NOW, 4));
            assertInvalid(() -> SignedDirectory.verify(file, bankRoot.root(), NOW, 3));
            byte[] byMerchant = SignedDirectory.sign(
                    directory(bankRoot, merchantRoot), root.issue("directory", CertificatePurpose.MERCHANT));
            assertInvalid(() -> SignedDirectory.verify(byMerchant, root.root(), NOW, 3));
            for (int i = 0; i < file.length; i += 5) {
                byte[] changed = file.clone();
                changed[i] ^= 4;
                assertInvalid(() -> SignedDirectory.verify(changed, root.root(), NOW, 3));
            }
        }

        private void assertInvalid(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
            assertThatThrownBy(call)
                    .isInstanceOfSatisfying(
                            TrustException.class, e -> assertThat(e.fault()).isEqualTo(Fault.DIRECTORY_INVALID));
        }
    }

    private static Directory directory(TestAuthority bankRoot, TestAuthority merchantRoot) {
        return new Directory(
                3,
                NOW.minusSeconds(60),
                NOW.plusSeconds(3_600),
                true,
                List.of(new BankEntry(
                        "harbour",
                        "Harbour Bank",
                        "港湾银行",
                        URI.create("https://localhost:8443"),
                        bankRoot.root(),
                        bankRoot.root(),
                        1,
                        "help@harbour.example",
                        "#1f6feb")),
                merchantRoot.root());
    }
}
