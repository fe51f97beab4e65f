package io.tetherkey.protocol.phone.screen;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.message.Money;
import io.tetherkey.protocol.message.PaymentRequest;
import io.tetherkey.protocol.message.SessionPurpose;
import io.tetherkey.protocol.message.SlotResult;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private static final ScreenTexts ENGLISH = new ScreenTexts(Locale.ENGLISH, ZoneOffset.UTC);
    private static final ScreenTexts CHINESE = new ScreenTexts(Locale.SIMPLIFIED_CHINESE, ZoneOffset.UTC);
    private static final BankName HARBOUR = new BankName("Harbour Bank", "港湾银行");
    private static final Instant LATER = Instant.parse("2026-03-01T10:15:30Z");
    private static final String ORDER = "0123456789abcdef0123456789abcdef";

    @Test
    void approvalNamesEveryFieldThatIsSigned() {
        Screen screen = new Screen.ApprovePayment(HARBOUR, request("Lotus Tea House"), LATER);

        assertThat(screen.text(ENGLISH)).isEqualTo("""
                        Harbour Bank
                        Pay 128.00 CNY to Lotus Tea House
                        Amount: 128.00 CNY
                        Payee: Lotus Tea House
                        Payee account: 6222 0001
                        Order: 0123456789abcdef0123456789abcdef
                        Valid until: 2026-03-01 10:15""");
    }

    @Test
    void approvalSpellsHiddenCharactersOut() {
        Screen screen = new Screen.ApprovePayment(HARBOUR, request("Lotus\u202Eesuoh"), LATER);

        assertThat(screen.text(ENGLISH))
                .contains("Pay 128.00 CNY to Lotus‹U+202E›esuoh")
                .doesNotContain("\u202E");
    }

    @Test
    void wrongPaymentKeyTellsHowManyAreLeft() {
        assertThat(key(9, true).text(ENGLISH)).isEqualTo("Harbour Bank\nPayment key\nWrong payment key, 9 tries left");
        assertThat(key(1, true).text(ENGLISH)).isEqualTo("""
                        Harbour Bank
                        Payment key
                        Wrong payment key, 1 try left
                        After that the certificate is void.""");
        assertThat(key(10, false).text(CHINESE)).isEqualTo("港湾银行\n支付密钥\n还剩 10 次机会");
    }

    @Test
    void wordsOfTheContractAreThere() {
        assertThat(new Screen.Locked().text(ENGLISH)).startsWith("Locked\n");
        assertThat(new Screen.TrustComputer("Alice’s PC", LATER).text(ENGLISH))
                .startsWith("Trust this computer?\nAlice’s PC");
        assertThat(new Screen.PaymentResult(HARBOUR, SlotResult.PAID, request("Tea")).text(ENGLISH))
                .isEqualTo("Harbour Bank\nPaid\n128.00 CNY\nto Tea");
        assertThat(new Screen.PaymentResult(HARBOUR, SlotResult.DECLINED, request("Tea")).text(ENGLISH))
                .contains("\nDeclined\n");
    }

    @Test
    void everyScreenHasWordsInBothLanguages() {
        for (ScreenTexts texts : List.of(ENGLISH, CHINESE)) {
            for (SlotResult result : SlotResult.values()) {
                assertThat(new Screen.PaymentResult(HARBOUR, result, request("Tea")).text(texts))
                        .isNotBlank();
                assertThat(new Screen.LoginResult(HARBOUR, result, 3).text(texts))
                        .isNotBlank();
            }
            for (Screen.Step step : Screen.Step.values()) {
                assertThat(new Screen.Working(HARBOUR, step).text(texts)).isNotBlank();
            }
            for (Screen.Reason reason : Screen.Reason.values()) {
                assertThat(new Screen.Stopped(HARBOUR, reason).text(texts)).isNotBlank();
            }
            for (Screen.KeyEntry entry : Screen.KeyEntry.values()) {
                assertThat(new Screen.ChoosePaymentKey(HARBOUR, entry, List.of(), LATER).text(texts))
                        .isNotBlank();
            }
            for (Screen.SlotChange change : Screen.SlotChange.values()) {
                assertThat(new Screen.SlotChanged(HARBOUR, change).text(texts)).isNotBlank();
            }
            assertThat(new Screen.Home(List.of()).text(texts)).isNotBlank();
            assertThat(new Screen.StorageFailed().text(texts)).isNotBlank();
        }
    }

    @Test
    void screensOfAnEnrolmentNameTheBankAndTheStep() {
        assertThat(new Screen.EnterActivationCode(HARBOUR, List.of(), LATER).text(ENGLISH))
                .startsWith("Harbour Bank\nActivation code\n");
        assertThat(new Screen.ChoosePaymentKey(HARBOUR, Screen.KeyEntry.FIRST, List.of(), LATER).text(ENGLISH))
                .startsWith("Harbour Bank\nChoose a payment key\n");
        assertThat(new Screen.ChoosePaymentKey(HARBOUR, Screen.KeyEntry.REPEAT, List.of(), LATER).text(ENGLISH))
                .startsWith("Harbour Bank\nRepeat the payment key\n");
        assertThat(new Screen.ConfirmRenewal(HARBOUR, LATER).text(ENGLISH))
                .startsWith("Harbour Bank\nRenew the certificate?\n");
        assertThat(new Screen.ConfirmDeletion(HARBOUR, LATER).text(ENGLISH))
                .startsWith("Harbour Bank\nDelete this bank?\n");
        assertThat(new Screen.SlotChanged(HARBOUR, Screen.SlotChange.ENABLED).text(ENGLISH))
                .startsWith("Harbour Bank\nPayment enabled\n");
        assertThat(new Screen.SlotChanged(HARBOUR, Screen.SlotChange.ENABLED).text(CHINESE))
                .startsWith("港湾银行\n已开通支付\n");
    }

    @Test
    void bothBundlesHaveTheSameKeys() {
        String name = "io.tetherkey.protocol.phone.screen.screens";

        assertThat(ResourceBundle.getBundle(name, Locale.CHINESE).keySet())
                .isEqualTo(ResourceBundle.getBundle(name, Locale.ROOT).keySet());
        assertThat(ResourceBundle.getBundle(name, Locale.CHINESE).getString("result.PAID"))
                .isEqualTo("已付款");
    }

    private static Screen key(int left, boolean wrong) {
        return new Screen.EnterPaymentKey(
                HARBOUR, left, wrong, SessionPurpose.PAYMENT, List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 0), LATER);
    }

    private static PaymentRequest request(String payee) {
        return new PaymentRequest(ORDER, new byte[32], payee, "6222 0001", new Money(12_800, "CNY"), LATER);
    }
}
