package io.tetherkey.desktop.ui.result;

import io.tetherkey.desktop.relay.FlowState;
import io.tetherkey.desktop.relay.Journey;
import io.tetherkey.desktop.relay.Outcome;
import io.tetherkey.desktop.relay.PaymentControl;
import io.tetherkey.desktop.relay.ReceiptFile;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.Tone;
import io.tetherkey.desktop.ui.fault.Ending;
import io.tetherkey.desktop.ui.fault.FaultWords;
import io.tetherkey.protocol.message.Counting;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.Stage;
import io.tetherkey.protocol.trust.BankEntry;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** How the payment ended: in one word, one sentence, and what to do next. */
public final class ResultViewModel {

    private final Texts texts;
    private final PaymentControl control;
    private final List<BankEntry> banks;
    private String chosen = "";
    private boolean keyAsked;
    private boolean checking;
    private final ObjectProperty<Optional<Outcome>> outcome = new SimpleObjectProperty<>(Optional.empty());
    private final Ending ending = new Ending();
    private final ReadOnlyStringWrapper receiptNumber = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper receiptFile = new ReadOnlyStringWrapper("");
    private final BooleanProperty canRetry = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper setAside = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper spent = new ReadOnlyBooleanWrapper();
    private Consumer<String> setUpAgain = bankId -> {};
    private Consumer<String> showReceipt = orderId -> {};
    private String order = "";

    /** @param banks of the directory, for the name of a bank that paid in the chosen one's place */
    public ResultViewModel(Texts texts, List<BankEntry> banks, PaymentControl control) {
        this.texts = texts;
        this.banks = List.copyOf(banks);
        this.control = control;
        texts.onLanguage(this::render);
    }

    /** The outcome, empty while no payment has ended. */
    public ReadOnlyObjectProperty<Optional<Outcome>> outcomeProperty() {
        return outcome;
    }

    /** How it ended, in words. */
    public Ending ending() {
        return ending;
    }

    public ReadOnlyStringProperty receiptNumberProperty() {
        return receiptNumber.getReadOnlyProperty();
    }

    /** Whether the receipt was checked and is here. */
    public ReadOnlyStringProperty receiptFileProperty() {
        return receiptFile.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canRetryProperty() {
        return canRetry;
    }

    /** Whether it is still being asked how it ended. */
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** Whether the user has put the open question aside; it comes back with the answer. */
    public ReadOnlyBooleanProperty setAsideProperty() {
        return setAside.getReadOnlyProperty();
    }

    /** Whether the bank's certificate is void or has expired, so that only setting it up again helps. */
    public ReadOnlyBooleanProperty spentProperty() {
        return spent.getReadOnlyProperty();
    }

    /** Tells {@code wanted} the bank that the user wants to set up again. */
    public void onSetUpAgain(Consumer<String> wanted) {
        setUpAgain = wanted;
    }

    public void show(FlowState state) {
        checking = state instanceof FlowState.Checking;
        Optional<Journey> journey = journey(state);
        chosen = journey.map(way -> way.bank().bankId()).orElse("");
        order = journey.map(way -> way.order().order().orderId()).orElse("");
        Optional<Outcome> known = outcome.get().filter(Outcome.Unknown.class::isInstance);
        outcome.set(
                switch (state) {
                    case FlowState.Finished finished -> Optional.of(finished.outcome());
                    case FlowState.Checking asked -> asked.shownResult().map(open -> known.orElse(open));
                    case FlowState.UnderWay ignored -> Optional.empty();
                    case FlowState.AtRest() -> Optional.empty();
                    case FlowState.OrderShown ignored -> Optional.empty();
                });
        open.set(outcome.get().filter(Outcome.Unknown.class::isInstance).isPresent());
        spent.set(outcome.get().filter(ResultViewModel::isSpent).isPresent());
        keyAsked = journey.filter(ResultViewModel::reachedTheKey).isPresent();
        setAside.set(setAside.get() && open.get());
        render();
    }

    private static Optional<Journey> journey(FlowState state) {
        return switch (state) {
            case FlowState.Finished finished -> Optional.of(finished.journey());
            case FlowState.UnderWay under -> Optional.of(under.journey());
            case FlowState.AtRest() -> Optional.empty();
            case FlowState.OrderShown ignored -> Optional.empty();
        };
    }

    private static boolean isSpent(Outcome ended) {
        return ended instanceof Outcome.Voided
                || ended instanceof Outcome.Failed(Fault why, OptionalInt left) && why.spendsCertificate();
    }

    private static boolean reachedTheKey(Journey way) {
        return EnumSet.range(Stage.ENTER_PAYMENT_KEY, Stage.FINISHING).contains(way.stage());
    }

    public void retry() {
        control.retry();
    }

    /** The user has read the result; an open question is put aside and goes on being asked. */
    public void dismiss() {
        if (open.get()) {
            setAside.set(true);
        } else {
            control.dismiss();
        }
    }

    /** Shows the question that was put aside. */
    public void bringBack() {
        setAside.set(false);
    }

    /** Lets go of the open question, which stays in the history until somebody asks the bank again. */
    public void checkLater() {
        control.dismiss();
    }

    /** Tells {@code wanted} the order of which the user wants to see the receipt. */
    public void onShowReceipt(Consumer<String> wanted) {
        showReceipt = wanted;
    }

    public void showReceipt() {
        showReceipt.accept(order);
    }

    /** Goes on to set the bank up again. */
    public void setUpAgain() {
        String bank = chosen;
        control.dismiss();
        setUpAgain.accept(bank);
    }

    private void render() {
        clear();
        outcome.get().ifPresent(this::render);
    }

    private void clear() {
        ending.clear();
        receiptNumber.set("");
        receiptFile.set("");
        canRetry.set(false);
    }

    private void render(Outcome ended) {
        switch (ended) {
            case Outcome.Paid paid -> {
                ending.reach(
                        texts.get("result.title.paid"),
                        payer(paid)
                                .map(bank -> texts.get("result.paid.elsewhere", bank))
                                .orElseGet(() -> texts.get("result.paid.sentence")));
                receiptNumber.set(paid.receiptNumber());
                receiptFile.set(
                        switch (paid.receipt()) {
                            case ReceiptFile.Kept ignored -> texts.get("result.receipt.kept");
                            case ReceiptFile.Due() -> texts.get("result.receipt.due");
                            case ReceiptFile.OnPhoneOnly() -> texts.get("result.receipt.onphone");
                        });
            }
            case Outcome.Declined() ->
                fail(
                        "result.title.declined",
                        Tone.QUIET,
                        said(Fault.DECLINED_ON_PHONE).untitled());
            case Outcome.Cancelled() ->
                fail("result.title.cancelled", Tone.QUIET, said(Fault.CANCELLED).untitled());
            case Outcome.Voided() ->
                ending.fail(
                        texts.get("result.title.void"),
                        Tone.BAD,
                        texts.get("result.void.first"),
                        said(Fault.PAYMENT_KEY_VOIDED).untitled());
            case Outcome.Unknown unknown -> {
                FaultWords words = said(unknown.why()).untitled().withRemedy(texts.get("result.unknown.remedy"));
                ending.fail(
                        texts.get("result.title.unknown"),
                        Tone.YOUR_TURN,
                        texts.get("result.unknown.first"),
                        checking ? checking(words) : words);
            }
            case Outcome.Failed failed ->
                fail("result.title.failed", Tone.BAD, words(failed.fault(), failed.attemptsLeft()));
        }
        canRetry.set(ended instanceof Outcome.Failed && !spent.get()
                || ended instanceof Outcome.Cancelled
                || ended instanceof Outcome.Unknown && !checking);
    }

    /** The bank that paid, where it is not the one that was just chosen. */
    private Optional<String> payer(Outcome.Paid paid) {
        if (paid.bankId().isEmpty() || paid.bankId().equals(chosen)) {
            return Optional.empty();
        }
        return Optional.of(bankName(paid.bankId()));
    }

    private String bankName(String bankId) {
        return banks.stream()
                .filter(bank -> bank.bankId().equals(bankId))
                .findFirst()
                .map(texts::bankName)
                .orElse(bankId);
    }

    private void fail(String titleKey, Tone tone, FaultWords words) {
        ending.fail(texts.get(titleKey), tone, words);
    }

    /** While the bank is being asked, nothing is amiss yet. */
    private FaultWords checking(FaultWords words) {
        return new FaultWords("", texts.get("now.checking", bankName(chosen)), words.remedy(), "", "", "");
    }

    /** Where nothing is at stake that a try could be counted for. */
    private FaultWords said(Fault why) {
        return FaultWords.of(why, texts);
    }

    private FaultWords words(Fault why, OptionalInt left) {
        if (!keyAsked && why.counting() == Counting.NEVER) {
            return said(why);
        }
        return FaultWords.ofFlow(why, texts, left.isPresent() ? texts.get("result.attempts", left.getAsInt()) : "");
    }
}
