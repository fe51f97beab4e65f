package io.tetherkey.protocol.phone.screen;

import static io.tetherkey.protocol.phone.screen.ScreenLine.Style.AMOUNT;
import static io.tetherkey.protocol.phone.screen.ScreenLine.Style.BODY;
import static io.tetherkey.protocol.phone.screen.ScreenLine.Style.HEADLINE;
import static io.tetherkey.protocol.phone.screen.ScreenLine.Style.TITLE;
import static io.tetherkey.protocol.phone.screen.ScreenLine.Style.WARNING;

import io.tetherkey.protocol.message.PaymentRequest;
import io.tetherkey.protocol.message.SlotResult;
import java.util.ArrayList;
import java.util.List;

/** Puts each screen into words. */
final class ScreenWords {
    /** From this many attempts on the screen says what the last one costs. */
    private static final int FEW_ATTEMPTS = 3;

    private ScreenWords() {}

    static List<ScreenLine> lines(Screen screen, ScreenTexts texts) {
        return switch (screen) {
            case Screen.Locked() -> titled(texts, "locked");
            case Screen.Home home -> titled(texts, home.banks().isEmpty() ? "home.empty" : "home");
            case Screen.Records records -> PhoneListWords.records(records, texts);
            case Screen.Computers computers -> PhoneListWords.computers(computers, texts);
            case Screen.ConfirmRevocation revocation ->
                List.of(
                        ScreenLine.of(TITLE, texts.text("revoke.title")),
                        ScreenLine.of(HEADLINE, VisibleText.of(revocation.claimedName())),
                        ScreenLine.of(BODY, texts.text("revoke.body")));
            case Screen.InputDeviceAttached() ->
                List.of(
                        ScreenLine.of(TITLE, texts.text("outside.title")),
                        ScreenLine.of(BODY, texts.text("outside.body")),
                        ScreenLine.of(WARNING, texts.text("outside.remedy")));
            case Screen.TrustComputer trust ->
                List.of(
                        ScreenLine.of(TITLE, texts.text("trust.title")),
                        ScreenLine.of(HEADLINE, VisibleText.of(trust.claimedName())),
                        ScreenLine.of(BODY, texts.text("trust.body")));
            case Screen.Working(BankName bank, Screen.Step step) ->
                List.of(
                        ScreenLine.of(TITLE, bank.in(texts)),
                        ScreenLine.of(HEADLINE, texts.text("working." + step.name())),
                        ScreenLine.of(BODY, texts.text("working.body")));
            case Screen.EnterPaymentKey key -> key(key, texts);
            case Screen.ApprovePayment approve -> approval(approve, texts);
            case Screen.EnterActivationCode code -> ofBank(code.bank(), texts, "code", BODY);
            case Screen.ChoosePaymentKey choose -> choice(choose, texts);
            case Screen.ConfirmRenewal renewal -> ofBank(renewal.bank(), texts, "renewal", BODY);
            case Screen.ConfirmDeletion deletion -> ofBank(deletion.bank(), texts, "deletion", WARNING);
            case Screen.SlotChanged(BankName bank, Screen.SlotChange change) ->
                ofBank(bank, texts, "changed." + change.name(), BODY);
            case Screen.PaymentResult result -> paymentResult(result, texts);
            case Screen.LoginResult(BankName bank, SlotResult result, int left) ->
                List.of(
                        ScreenLine.of(TITLE, bank.in(texts)),
                        ScreenLine.of(HEADLINE, texts.text("result." + result.name())),
                        ScreenLine.of(BODY, texts.text("login." + result.name(), bank.in(texts), left)));
            case Screen.Stopped(BankName bank, Screen.Reason reason) ->
                List.of(
                        ScreenLine.of(TITLE, bank.in(texts)),
                        ScreenLine.of(HEADLINE, texts.text("stopped." + reason.name())),
                        ScreenLine.of(BODY, texts.text("stopped." + reason.name() + ".body")));
            case Screen.StorageFailed() -> titled(texts, "storage");
        };
    }

    private static List<ScreenLine> titled(ScreenTexts texts, String key) {
        return List.of(
                ScreenLine.of(TITLE, texts.text(key + ".title")), ScreenLine.of(BODY, texts.text(key + ".body")));
    }

    private static List<ScreenLine> key(Screen.EnterPaymentKey key, ScreenTexts texts) {
        List<ScreenLine> lines = new ArrayList<>();
        lines.add(ScreenLine.of(TITLE, key.bank().in(texts)));
        switch (key.purpose()) {
            case PAYMENT -> lines.add(ScreenLine.of(HEADLINE, texts.text("key.title")));
            case LOGIN -> {
                lines.add(ScreenLine.of(HEADLINE, texts.text("key.login.title")));
                lines.add(ScreenLine.of(BODY, texts.text("key.login.body")));
            }
        }
        String left = texts.text(key.lastWasWrong() ? "key.wrong" : "key.left", key.attemptsLeft());
        lines.add(ScreenLine.of(key.lastWasWrong() ? WARNING : BODY, left));
        if (key.attemptsLeft() <= FEW_ATTEMPTS) {
            lines.add(ScreenLine.of(WARNING, texts.text("key.few")));
        }
        return lines;
    }

    private static List<ScreenLine> ofBank(BankName bank, ScreenTexts texts, String key, ScreenLine.Style last) {
        return List.of(
                ScreenLine.of(TITLE, bank.in(texts)),
                ScreenLine.of(HEADLINE, texts.text(key + ".title")),
                ScreenLine.of(last, texts.text(key + ".body")));
    }

    private static List<ScreenLine> choice(Screen.ChoosePaymentKey choose, ScreenTexts texts) {
        boolean repeat = choose.entry() == Screen.KeyEntry.REPEAT;
        boolean refused = switch (choose.entry()) {
            case FIRST, REPEAT -> false;
            case FIRST_AFTER_UNEQUAL, FIRST_AFTER_WEAK -> true;
        };
        return List.of(
                ScreenLine.of(TITLE, choose.bank().in(texts)),
                ScreenLine.of(HEADLINE, texts.text(repeat ? "choose.repeat" : "choose.title")),
                ScreenLine.of(
                        refused ? WARNING : BODY,
                        texts.text("choose." + choose.entry().name())));
    }

    private static List<ScreenLine> approval(Screen.ApprovePayment approve, ScreenTexts texts) {
        PaymentRequest request = approve.request();
        String payee = VisibleText.of(request.payee());
        return List.of(
                ScreenLine.of(TITLE, approve.bank().in(texts)),
                ScreenLine.of(HEADLINE, texts.text("approve.title", request.amount(), payee)),
                new ScreenLine(
                        AMOUNT, texts.text("approve.amount"), request.amount().toString()),
                new ScreenLine(HEADLINE, texts.text("approve.payee"), payee),
                ScreenLine.field(texts.text("approve.account"), VisibleText.of(request.payeeAccount())),
                ScreenLine.field(texts.text("approve.order"), request.orderId()),
                ScreenLine.field(texts.text("approve.expires"), texts.time(request.expiresAt())));
    }

    private static List<ScreenLine> paymentResult(Screen.PaymentResult result, ScreenTexts texts) {
        PaymentRequest request = result.request();
        String key = "result." + result.result().name();
        return List.of(
                ScreenLine.of(TITLE, result.bank().in(texts)),
                ScreenLine.of(HEADLINE, texts.text(key)),
                ScreenLine.of(AMOUNT, request.amount().toString()),
                ScreenLine.of(BODY, texts.text(key + ".body", VisibleText.of(request.payee()))));
    }
}
