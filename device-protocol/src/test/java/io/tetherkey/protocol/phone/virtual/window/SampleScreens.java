package io.tetherkey.protocol.phone.virtual.window;

import io.tetherkey.protocol.message.ComputerInfo;
import io.tetherkey.protocol.message.SessionPurpose;
import io.tetherkey.protocol.message.SlotInfo;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.phone.TestBank;
import io.tetherkey.protocol.phone.flash.FlashReport;
import io.tetherkey.protocol.phone.flash.FlashReport.Copies;
import io.tetherkey.protocol.phone.flash.RecordType;
import io.tetherkey.protocol.phone.screen.BankName;
import io.tetherkey.protocol.phone.screen.PastResult;
import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.phone.screen.ScreenTexts;
import io.tetherkey.protocol.phone.virtual.CableRoad;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Every screen that the phone has, with the contents that are hardest to draw. */
final class SampleScreens {
    static final BankName HARBOUR = new BankName("Harbour Bank", "港湾银行");
    static final BankName SUMMIT = new BankName("Summit Bank", "峰顶银行");
    static final Instant LATER = TestBank.NOW.plusSeconds(120);
    static final List<Integer> KEYPAD = List.of(7, 2, 9, 0, 4, 1, 8, 3, 5, 6);
    static final String LONG_PAYEE = "Loooooooooooooooooooooooong\u202EesuoH aeT sutoL" + "\u200B".repeat(25);

    private SampleScreens() {}

    static PhoneSetting setting(Locale locale) {
        return new PhoneSetting(
                texts(locale), CableRoad.TCP, Map.of("harbour", "#1f5fa8", "jade", "#1b7f5c", "summit", "#6b4fa0"));
    }

    static ScreenTexts texts(Locale locale) {
        return new ScreenTexts(locale, ZoneOffset.UTC);
    }

    static Screen approval(String payee) {
        return new Screen.ApprovePayment(HARBOUR, TestBank.order('a', payee), LATER);
    }

    /** By a name that says what is special about them, in the order in which a person might see them. */
    static Map<String, Screen> all() {
        Map<String, Screen> screens = new LinkedHashMap<>();
        screens.put("locked", new Screen.Locked());
        screens.put("home-empty", new Screen.Home(List.of()));
        screens.put("home", new Screen.Home(banks()));
        screens.put("records-empty", new Screen.Records(List.of()));
        screens.put("records", new Screen.Records(results()));
        screens.put("computers-empty", new Screen.Computers(List.of()));
        screens.put("computers", new Screen.Computers(computers()));
        screens.put("revoke", new Screen.ConfirmRevocation("alice-laptop"));
        screens.put("outside", new Screen.InputDeviceAttached());
        screens.put("trust", new Screen.TrustComputer("alice-laptop", LATER));
        screens.put("working", new Screen.Working(HARBOUR, Screen.Step.OPENING));
        screens.put("key", new Screen.EnterPaymentKey(HARBOUR, 10, false, SessionPurpose.PAYMENT, KEYPAD, LATER));
        screens.put("key-wrong", new Screen.EnterPaymentKey(HARBOUR, 2, true, SessionPurpose.PAYMENT, KEYPAD, LATER));
        screens.put("key-login", new Screen.EnterPaymentKey(HARBOUR, 10, false, SessionPurpose.LOGIN, KEYPAD, LATER));
        screens.put(
                "key-login-wrong", new Screen.EnterPaymentKey(HARBOUR, 2, true, SessionPurpose.LOGIN, KEYPAD, LATER));
        screens.put("approve", approval("Lotus Tea House 荷塘茶舍"));
        screens.put("approve-long", approval(LONG_PAYEE));
        screens.put("code", new Screen.EnterActivationCode(HARBOUR, KEYPAD, LATER));
        for (Screen.KeyEntry entry : Screen.KeyEntry.values()) {
            screens.put("choose-" + entry, new Screen.ChoosePaymentKey(SUMMIT, entry, KEYPAD, LATER));
        }
        screens.put("renewal", new Screen.ConfirmRenewal(HARBOUR, LATER));
        screens.put("deletion", new Screen.ConfirmDeletion(HARBOUR, LATER));
        for (Screen.SlotChange change : Screen.SlotChange.values()) {
            screens.put("changed-" + change, new Screen.SlotChanged(HARBOUR, change));
        }
        for (SlotResult result : List.of(SlotResult.PAID, SlotResult.DECLINED, SlotResult.PAYMENT_FAILED)) {
            screens.put("payment-" + result, new Screen.PaymentResult(HARBOUR, result, TestBank.order('a')));
        }
        screens.put("login-ALLOWED", new Screen.LoginResult(HARBOUR, SlotResult.ALLOWED, 10));
        screens.put("login-FAILED", new Screen.LoginResult(HARBOUR, SlotResult.FAILED, 9));
        screens.put("login-VOID", new Screen.LoginResult(HARBOUR, SlotResult.VOID, 0));
        for (Screen.Reason reason : Screen.Reason.values()) {
            screens.put("stopped-" + reason, new Screen.Stopped(HARBOUR, reason));
        }
        screens.put("storage-failed", new Screen.StorageFailed());
        return screens;
    }

    static List<SlotInfo> banks() {
        return List.of(
                slot("harbour", HARBOUR, true, 10, SlotResult.PAID),
                slot("jade", new BankName("Jade Bank", "翡翠银行"), true, 3, SlotResult.FAILED),
                slot("summit", SUMMIT, false, 0, SlotResult.VOID));
    }

    private static SlotInfo slot(String id, BankName name, boolean enabled, int left, SlotResult last) {
        Instant until = Instant.parse("2027-11-22T00:00:00Z");
        return new SlotInfo("slot-" + id, id, name.english(), name.chinese(), 1, enabled, until, left, last);
    }

    static List<PastResult> results() {
        return List.of(
                new PastResult(HARBOUR, SlotResult.PAID, TestBank.NOW, Optional.of(TestBank.order('a'))),
                new PastResult(
                        SUMMIT,
                        SlotResult.DECLINED,
                        TestBank.NOW.minusSeconds(4_000),
                        Optional.of(TestBank.order('b', "Moon\u202E Bakery and Confectionery of the Western Lake"))),
                new PastResult(HARBOUR, SlotResult.FAILED, TestBank.NOW.minusSeconds(90_000), Optional.empty()),
                new PastResult(HARBOUR, SlotResult.ALLOWED, TestBank.NOW.minusSeconds(95_000), Optional.empty()),
                new PastResult(
                        SUMMIT,
                        SlotResult.PAYMENT_FAILED,
                        TestBank.NOW.minusSeconds(99_000),
                        Optional.of(TestBank.order('c', "荷塘茶舍"))),
                new PastResult(SUMMIT, SlotResult.VOID, TestBank.NOW.minusSeconds(200_000), Optional.empty()));
    }

    static List<ComputerInfo> computers() {
        return List.of(
                new ComputerInfo(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}, "alice-laptop", TestBank.NOW, false),
                new ComputerInfo(
                        new byte[] {8, 7, 6, 5, 4, 3, 2, 1},
                        "The computer in the reading room on the second floor",
                        TestBank.NOW,
                        false));
    }

    static FlashReport report() {
        return new FlashReport(
                List.of(
                        new FlashReport.Entry(RecordType.SLOT, "slot-1", 12, 4_211, Copies.BOTH),
                        new FlashReport.Entry(RecordType.KEY, "slot-1", 3, 214, Copies.BOTH),
                        new FlashReport.Entry(RecordType.COMPUTER, "9f2c1a77d0b14e6a9b01…", 2, 61, Copies.BOTH),
                        new FlashReport.Entry(RecordType.RESULT, "0000000000000001", 13, 2_981, Copies.ONE)),
                List.of(new FlashReport.Frame(13, 7_900, Copies.ONE)),
                120,
                15_920);
    }
}
