package io.tetherkey.desktop.app;

import io.tetherkey.desktop.phone.PhoneState;
import io.tetherkey.desktop.relay.FlowState;
import io.tetherkey.desktop.relay.Outcome;
import io.tetherkey.desktop.relay.ReceiptFile;
import io.tetherkey.desktop.ui.ladder.LadderViewModel;
import io.tetherkey.desktop.ui.ladder.Rung;
import io.tetherkey.desktop.ui.ladder.RungName;
import io.tetherkey.desktop.ui.ladder.RungState;
import io.tetherkey.desktop.ui.payment.BankChoice;
import io.tetherkey.desktop.ui.window.WindowViewModel;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.Order;
import io.tetherkey.protocol.message.Stage;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.Scene;

/**
 * Uses the window as a person would, for {@code demo --headless}: chooses the bank, logs in, and waits for the result,
 * printing one line a step and taking a picture of each state. Lives on the UI thread.
 */
final class Drive {

    private static final double RECEIPT_SECONDS = 5;

    /** A payment that an earlier run left behind for another order. */
    private sealed interface Earlier {

        record None() implements Earlier {}

        /** It has not ended. */
        record Expected(Runnable openLink) implements Earlier {}

        /** It has ended, and the window is on its way to rest. */
        record Settled(Runnable openLink) implements Earlier {}
    }

    private final WindowViewModel window;
    private final DriveSettings settings;
    private final DrivePrinter printer;
    private final DriveShots shots;
    private final DriveEnd end;
    private final Set<RungName> told = EnumSet.noneOf(RungName.class);
    private final Timeline receiptPatience =
            new Timeline(new KeyFrame(javafx.util.Duration.seconds(RECEIPT_SECONDS), event -> receiptIsLate()));
    private Patience.Mark mark;
    private Earlier earlier = new Earlier.None();
    private boolean receiptIsLate;
    private boolean submitted;
    private int attemptsTold = -1;

    Drive(WindowViewModel window, Scene scene, DriveSettings settings, PrintWriter out, IntConsumer exit) {
        this.window = window;
        this.settings = settings;
        this.printer = new DrivePrinter(out);
        this.shots = new DriveShots(scene, settings);
        this.end = new DriveEnd(window.texts(), printer, settings.timeout(), this::giveUp, exit);
        this.mark = Patience.mark(flow(), phone());
    }

    void start() {
        printer.step("window", "shown");
        end.waitAnew();
        window.payment().flowProperty().subscribe(state -> Platform.runLater(this::look));
        window.phoneCard().phoneProperty().subscribe(state -> Platform.runLater(this::look));
        window.noticeProperty().subscribe(notice -> Platform.runLater(this::look));
    }

    /** Begins to wait anew, because something has moved. */
    private void keepPatience() {
        Patience.Mark now = Patience.mark(flow(), phone());
        if (!now.equals(mark) && !(flow() instanceof FlowState.Finished)) {
            mark = now;
            end.waitAnew();
        }
    }

    /** The time without any progress is over. */
    void giveUp() {
        Patience.Verdict verdict = Patience.verdict(flow(), phone());
        end.fail(verdict.fault(), verdict.attemptsLeft());
    }

    private FlowState flow() {
        return window.payment().flowProperty().get();
    }

    private PhoneState phone() {
        return window.phoneCard().phoneProperty().get();
    }

    /**
     * Sees a payment through that an earlier run left behind for another order, and only then opens the link.
     *
     * @param openLink opens the link that this drive is for
     */
    void startAfterEarlier(Runnable openLink) {
        window.closeNotice();
        earlier = new Earlier.Expected(openLink);
        start();
    }

    /** Settles the earlier payment: waits for its end, and gives it up where it would need another login. */
    private void settle(FlowState flow, Runnable openLink) {
        switch (flow) {
            case FlowState.Finished finished
            when finished.outcome() instanceof Outcome.Unknown unknown -> end.fail(unknown.why());
            case FlowState.Finished finished -> {
                settled(finished.outcome().getClass().getSimpleName(), openLink);
                window.result().dismiss();
            }
            case FlowState.OrderShown ignored -> {
                settled("Open", openLink);
                window.payment().cancel();
            }
            case FlowState.BankAway away -> end.fail(away.why());
            case FlowState.UnderWay ignored -> {}
            case FlowState.AtRest ignored -> {}
        }
    }

    private void settled(String how, Runnable openLink) {
        printer.step("earlier-payment", how.toLowerCase(Locale.ROOT));
        earlier = new Earlier.Settled(openLink);
    }

    /** Looks at the window after each change and does the next thing that a person would do. */
    private void look() {
        if (end.isOver()) {
            return;
        }
        keepPatience();
        FlowState flow = flow();
        shots.take(scene(flow));
        switch (earlier) {
            case Earlier.None() -> pay(flow);
            case Earlier.Expected(Runnable openLink) -> settle(flow, openLink);
            case Earlier.Settled(Runnable openLink) -> {
                if (flow instanceof FlowState.AtRest) {
                    earlier = new Earlier.None();
                    openLink.run();
                }
            }
        }
    }

    private void pay(FlowState flow) {
        window.ladder().progress().rungs().forEach(this::tell);
        tellWrongKey(flow);
        Optional<Fault> notice = window.noticeProperty().get();
        switch (flow) {
            case FlowState.Finished finished -> finish(finished);
            case FlowState.BankAway away -> end.fail(away.why());
            case FlowState.OrderShown ignored -> fill();
            case FlowState.AtRest ignored -> notice.ifPresent(end::fail);
            case FlowState.UnderWay ignored -> notice.ifPresent(end::fail);
        }
    }

    private String scene(FlowState flow) {
        if (flow instanceof FlowState.Finished finished) {
            return "result-" + finished.outcome().getClass().getSimpleName().toLowerCase(Locale.ROOT);
        }
        String phone = switch (phone()) {
            case PhoneState.Ready ignored -> "";
            case PhoneState.Absent ignored -> "-no-phone";
            case PhoneState.Unusable ignored -> "-phone-unusable";
            case PhoneState.Greeting ignored -> "-phone-greeting";
            case PhoneState.Locked ignored -> "-phone-locked";
            case PhoneState.AskingTrust ignored -> "-phone-asks-trust";
            case PhoneState.Reconnecting ignored -> "-phone-reconnecting";
        };
        return switch (flow) {
            case FlowState.AtRest() -> (window.noticeProperty().get().isPresent() ? "refused" : "rest") + phone;
            case FlowState.OrderShown ignored -> "order" + phone;
            case FlowState.UnderWay ignored -> currentRung(window.ladder()) + phone;
            case FlowState.Finished ignored -> "result";
        };
    }

    private static String currentRung(LadderViewModel ladder) {
        return ladder.progress().rungs().stream()
                .filter(rung -> rung.state() != RungState.DONE && rung.state() != RungState.NOT_STARTED)
                .map(rung -> rung.name().id() + "-" + rung.state().id())
                .findFirst()
                .orElse("under-way");
    }

    private void tell(Rung rung) {
        boolean known = rung.state() == RungState.DONE || rung.state() == RungState.ANSWERED;
        if (known && told.add(rung.name())) {
            printer.step(rung.name().id(), detail(rung));
        }
    }

    private String detail(Rung rung) {
        return switch (rung.name()) {
            case PHONE -> window.phoneCard().titleProperty().get();
            case ORDER ->
                window.payment().amountProperty().get() + " "
                        + window.payment().currencyProperty().get() + " to "
                        + window.payment().payeeProperty().get();
            case BANK -> window.payment().bankInUseProperty().get();
            case CERTIFICATE -> "accepted";
            case LOGIN -> "user name and password right";
            case PAYMENT_KEY -> "right";
            case APPROVAL -> rung.state() == RungState.DONE ? "approved on the phone" : "answered on the phone";
            case PAID -> window.result().receiptNumberProperty().get();
        };
    }

    private void tellWrongKey(FlowState flow) {
        if (flow instanceof FlowState.AtPhone at
                && at.status().stage() == Stage.PAYMENT_KEY_WRONG
                && at.status().attemptsLeft().orElse(-1) != attemptsTold) {
            attemptsTold = at.status().attemptsLeft().orElse(-1);
            printer.step("payment-key-wrong", attemptsTold + " left");
        }
    }

    private void fill() {
        boolean phoneReady = phone() instanceof PhoneState.Ready;
        if (submitted || !phoneReady) {
            return;
        }
        Optional<BankChoice> wanted = window.payment().choices().stream()
                .filter(choice -> choice.bankId().equals(settings.bank()))
                .findFirst();
        if (wanted.isEmpty()) {
            end.fail(Fault.BANK_UNKNOWN);
        } else if (!wanted.get().usable()) {
            end.fail(Fault.NOT_AVAILABLE);
        } else {
            submitted = true;
            window.payment().chosenBankProperty().set(settings.bank());
            window.login().userNameProperty().set(settings.user());
            window.login().passwordProperty().set(settings.password());
            Platform.runLater(this::submit);
        }
    }

    private void submit() {
        shots.take("order-filled");
        if (window.login().completeProperty().get()) {
            window.login().submit();
        } else {
            end.fail(Fault.WRONG_PASSWORD);
        }
    }

    private void finish(FlowState.Finished finished) {
        switch (finished.outcome()) {
            case Outcome.Paid paid when paid.receipt() instanceof ReceiptFile.Due && !receiptIsLate -> awaitReceipt();
            case Outcome.Paid paid -> {
                Order order = finished.journey().order().order();
                end.reach("PAID order=" + order.orderId() + " bank="
                        + (paid.bankId().isEmpty() ? finished.journey().bank().bankId() : paid.bankId())
                        + " amount=" + order.amount() + " receipt="
                        + paid.receiptNumber());
            }
            case Outcome.Failed failed -> end.fail(failed.fault(), failed.attemptsLeft());
            case Outcome.Declined() -> end.fail(Fault.DECLINED_ON_PHONE);
            case Outcome.Voided() -> end.fail(Fault.PAYMENT_KEY_VOIDED);
            case Outcome.Cancelled() -> end.fail(Fault.CANCELLED);
            case Outcome.Unknown unknown -> end.fail(unknown.why());
        }
    }

    /** The proof comes from the phone if that is plugged in; the payment is paid in any case. */
    private void awaitReceipt() {
        end.stopWaiting();
        receiptPatience.play();
    }

    private void receiptIsLate() {
        receiptIsLate = true;
        if (!end.isOver()) {
            printer.step("receipt", window.result().receiptFileProperty().get());
        }
        look();
    }
}
