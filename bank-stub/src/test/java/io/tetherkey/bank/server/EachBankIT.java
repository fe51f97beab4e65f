package io.tetherkey.bank.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tetherkey.bank.evidence.EvidenceLog;
import io.tetherkey.bank.server.BankFixture.Answer;
import io.tetherkey.bank.server.BankFixture.Offered;
import io.tetherkey.protocol.message.Decision;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.seal.CertificatePurpose;
import io.tetherkey.protocol.seal.Certificates;
import io.tetherkey.protocol.seal.Suite;
import io.tetherkey.protocol.session.ChipEffect;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every bank of the demo with the phone's one flash, each under its own suite, in one process over one profile. */
class EachBankIT {

    private static final long OPENING = 500_000;
    private static final long PRICE = 12_800;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static BankFixture bank;

    /** Checks X.509 signatures without the code that made them. */
    private static final JcaContentVerifierProviderBuilder VERIFIERS =
            new JcaContentVerifierProviderBuilder().setProvider(new BouncyCastleProvider());

    private static final Map<String, Long> COUNTERS = new HashMap<>();

    @BeforeAll
    static void start() throws Exception {
        bank = new BankFixture(folder.resolve("profile"));
    }

    @AfterAll
    static void stop() throws Exception {
        assertThat(bank.sumOfBalances()).isZero();
        bank.close();
    }

    private static DemoBank demoBank(String bankId) {
        return DemoBank.ALL.stream()
                .filter(each -> each.bankId().equals(bankId))
                .findFirst()
                .orElseThrow();
    }

    private static TestPhone phone(String bankId) throws Exception {
        return TestPhone.of(bank.folder, bankId, COUNTERS.merge(bankId, 1L, Long::sum));
    }

    private static byte[] ok(Answer answer) {
        assertThat(answer.status()).as(new String(answer.body(), UTF_8)).isEqualTo(200);
        return answer.body();
    }

    /** Up to the question for the payment key. */
    private static Offered challenged(String bankId, String orderId, TestPhone phone) throws Exception {
        var offered = bank.offered(bankId, bank.order(orderId, PRICE, List.of(bankId)));
        phone.receive(ok(
                bank.send(offered.sessionId(), phone.accept(offered.offer(), DemoProfile.USER, TestPhone.PASSWORD))));
        return offered;
    }

    private static ChipEffect enter(Offered offered, TestPhone phone, String paymentKey) throws Exception {
        return phone.receive(ok(bank.send(offered.sessionId(), phone.enter(paymentKey))));
    }

    private static SlotResult decide(Offered offered, TestPhone phone, Decision decision) throws Exception {
        var end = (ChipEffect.Finish) phone.receive(ok(bank.send(offered.sessionId(), phone.decide(decision))));
        return end.outcome().result();
    }

    @ParameterizedTest
    @ValueSource(strings = {"harbour", "jade", "summit"})
    void paysAfterAWrongKeyAndTheRightOne(String bankId) throws Exception {
        long before = bank.balance(demoBank(bankId).account());
        long shopBefore = bank.balance(DemoShop.PAYEE_ACCOUNT);
        var phone = phone(bankId);
        var orderId = bank.newOrderId();
        var offered = challenged(bankId, orderId, phone);

        assertThat(((ChipEffect.AskPaymentKey) enter(offered, phone, TestPhone.WRONG_KEY)).attemptsLeft())
                .isEqualTo(9);
        var asked = (ChipEffect.AskApproval) enter(offered, phone, TestPhone.RIGHT_KEY);
        assertThat(asked.request().amount().minorUnits()).isEqualTo(PRICE);
        assertThat(decide(offered, phone, Decision.APPROVED)).isEqualTo(SlotResult.PAID);

        assertThat(bank.balance(demoBank(bankId).account())).isEqualTo(before - PRICE);
        assertThat(bank.balance(DemoShop.PAYEE_ACCOUNT)).isEqualTo(shopBefore + PRICE);
        var status = bank.status(orderId);
        assertThat(status.status()).isEqualTo("paid");
        assertThat(status.bankId()).isEqualTo(bankId);
        assertThat(status.receiptNumber()).startsWith(demoBank(bankId).receiptPrefix() + "-");
        assertThat((boolean) bank.bank().database().inTransaction(stores -> EvidenceLog.isIntact(stores, bankId)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"harbour", "jade", "summit"})
    void declinedPaymentMovesNothing(String bankId) throws Exception {
        long before = bank.balance(demoBank(bankId).account());
        var phone = phone(bankId);
        var orderId = bank.newOrderId();
        var offered = challenged(bankId, orderId, phone);
        enter(offered, phone, TestPhone.RIGHT_KEY);

        assertThat(decide(offered, phone, Decision.DECLINED)).isEqualTo(SlotResult.DECLINED);
        assertThat(bank.balance(demoBank(bankId).account())).isEqualTo(before);
        assertThat(bank.status(orderId).status()).isEqualTo("declined");
    }

    @ParameterizedTest
    @ValueSource(strings = {"harbour", "jade", "summit"})
    void certificatesAndRevocationListAreOfTheBanksOwnSuite(String bankId) throws Exception {
        Suite suite = demoBank(bankId).suite();
        var keys = bank.profile.keys().bank(demoBank(bankId));
        var signing = Certificates.verify(
                keys.signing().derChain(), keys.issuing().rootDer(), CertificatePurpose.BANK, Instant.now());
        assertThat(signing.suite()).isEqualTo(suite);
        var chip = Certificates.verify(
                phone(bankId).certificateChain(), keys.issuing().rootDer(), CertificatePurpose.CHIP, Instant.now());
        assertThat(chip.suite()).isEqualTo(suite);

        var list = new X509CRLHolder(ok(bank.get("/tk1/banks/" + bankId + "/crl"))).toASN1Structure();
        assertThat(list.getSignatureAlgorithm().getAlgorithm().getId()).isEqualTo(suite.certificateAlgorithm());
        assertThat(new X509CertificateHolder(keys.issuing().leaf().getEncoded())
                        .isSignatureValid(
                                VERIFIERS.build(keys.issuing().chain().getLast().getPublicKey())))
                .isTrue();
        assertThat(new X509CRLHolder(list)
                        .isSignatureValid(VERIFIERS.build(keys.issuing().leaf().getPublicKey())))
                .isTrue();
    }

    @Test
    void eachCustomerAccountIsOpenedWithTheSameSum() throws Exception {
        var fresh = new BankFixture(folder.resolve("fresh"));
        try (fresh) {
            for (var each : DemoBank.ALL) {
                assertThat(fresh.balance(each.account())).isEqualTo(OPENING);
            }
        }
    }

    @Test
    void banksAndSuitesAreThree() {
        assertThat(DemoBank.ALL).extracting(DemoBank::bankId).containsExactly("harbour", "jade", "summit");
        assertThat(DemoBank.ALL)
                .extracting(DemoBank::suite)
                .containsExactly(Suite.CLASSIC, Suite.GM, Suite.POST_QUANTUM);
    }

    /** The phone answers each bank with that bank's slot alone. */
    @Test
    void chipOfOneBankIsNoChipOfAnother() throws Exception {
        var offered = bank.offered("jade", bank.order(bank.newOrderId(), PRICE, List.of()));
        assertThatThrownBy(() -> phone("summit").accept(offered.offer(), DemoProfile.USER, TestPhone.PASSWORD))
                .isInstanceOf(ProtocolException.class);
    }
}
