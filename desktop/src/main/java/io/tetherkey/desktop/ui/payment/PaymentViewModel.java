package io.tetherkey.desktop.ui.payment;

import io.tetherkey.desktop.phone.PhoneState;
import io.tetherkey.desktop.relay.FlowState;
import io.tetherkey.desktop.relay.PaymentControl;
import io.tetherkey.desktop.ui.Countdown;
import io.tetherkey.desktop.ui.TaskRunner;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.VisibleText;
import io.tetherkey.protocol.message.Order;
import io.tetherkey.protocol.trust.BankEntry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The verified order, the banks that can pay it, and the way out. */
public final class PaymentViewModel {

    private final Texts texts;
    private final Clock clock;
    private final List<BankEntry> banks;
    private final PaymentControl control;
    private final ObjectProperty<FlowState> flow = new SimpleObjectProperty<>(new FlowState.AtRest());
    private final ReadOnlyStringWrapper payee = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper account = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper amount = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper currency = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper description = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper expires = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper bankInUse = new ReadOnlyStringWrapper("");
    private final BooleanProperty bankAway = new SimpleBooleanProperty();
    private final BooleanProperty phoneMissing = new SimpleBooleanProperty(true);
    private final ObservableList<BankChoice> choices = FXCollections.observableArrayList();
    private final ObservableList<BankChoice> choicesShown = FXCollections.unmodifiableObservableList(choices);
    private final StringProperty chosenBank = new SimpleStringProperty("");
    private final Countdown countdown;
    private final ReadOnlyBooleanWrapper offerOver = new ReadOnlyBooleanWrapper();
    private PhoneState phone = new PhoneState.Absent();

    /** @param banks the banks of the signed directory */
    public PaymentViewModel(
            Texts texts, Clock clock, TaskRunner runner, List<BankEntry> banks, PaymentControl control) {
        this.texts = texts;
        this.clock = clock;
        this.countdown = new Countdown(clock, runner);
        countdown.leftProperty().addListener((property, before, now) -> render());
        this.banks = List.copyOf(banks);
        this.control = control;
        texts.onLanguage(this::render);
    }

    public ReadOnlyObjectProperty<FlowState> flowProperty() {
        return flow;
    }

    public ReadOnlyStringProperty payeeProperty() {
        return payee.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty accountProperty() {
        return account.getReadOnlyProperty();
    }

    /** The digits of the amount, grouped as the language does. */
    public ReadOnlyStringProperty amountProperty() {
        return amount.getReadOnlyProperty();
    }

    /** The ISO 4217 code. */
    public ReadOnlyStringProperty currencyProperty() {
        return currency.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty descriptionProperty() {
        return description.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty expiresProperty() {
        return expires.getReadOnlyProperty();
    }

    /** Whether the order on the screen can no longer be paid because its time is over. */
    public ReadOnlyBooleanProperty offerOverProperty() {
        return offerOver.getReadOnlyProperty();
    }

    /** The name of the bank that the payment under way is made with. */
    public ReadOnlyStringProperty bankInUseProperty() {
        return bankInUse.getReadOnlyProperty();
    }

    /** Whether the payment waits because the bank cannot be reached. */
    public ReadOnlyBooleanProperty bankAwayProperty() {
        return bankAway;
    }

    /** Whether no phone is there to pay; one that was pulled a moment ago still counts. */
    public ReadOnlyBooleanProperty phoneMissingProperty() {
        return phoneMissing;
    }

    public ObservableList<BankChoice> choices() {
        return choicesShown;
    }

    /** The id of the chosen bank, empty while none is. */
    public StringProperty chosenBankProperty() {
        return chosenBank;
    }

    /** The chosen bank, if it can pay. */
    public Optional<BankEntry> chosen() {
        boolean usable = choices.stream()
                .anyMatch(choice -> choice.usable() && choice.bankId().equals(chosenBank.get()));
        return usable
                ? banks.stream()
                        .filter(bank -> bank.bankId().equals(chosenBank.get()))
                        .findFirst()
                : Optional.empty();
    }

    public void show(FlowState state) {
        flow.set(state);
        bankAway.set(state instanceof FlowState.BankAway);
        countdown.to(
                state instanceof FlowState.OrderShown shown
                        ? Optional.of(shown.order().order().expiresAt())
                        : Optional.empty());
        render();
    }

    public void show(PhoneState state) {
        phone = state;
        phoneMissing.set(state.known().isEmpty());
        render();
    }

    public void cancel() {
        control.cancel();
    }

    /** Sends the same bytes to the bank again. */
    public void retry() {
        control.retry();
    }

    private void render() {
        offerOver.set(false);
        order().ifPresentOrElse(this::renderOrder, choices::clear);
        bankInUse.set(bank().map(texts::bankName).orElse(""));
    }

    private void renderOrder(Order order) {
        payee.set(VisibleText.of(order.payee()));
        account.set(VisibleText.of(order.payeeAccount()));
        amount.set(texts.digits(order.amount()));
        currency.set(order.amount().currency());
        description.set(VisibleText.of(order.description()));
        offerOver.set(countdown.isOver());
        expires.set(expiry(order));
        List<BankChoice> fresh = BankChoices.of(order, phone, banks, clock.instant(), texts);
        if (!fresh.equals(choices)) {
            choices.setAll(fresh);
        }
        chooseForTheUserIfOnlyOneCanPay();
    }

    private String expiry(Order order) {
        if (flow.get() instanceof FlowState.Finished) {
            return "";
        }
        String ends = texts.time(order.expiresAt());
        return offerOver.get()
                ? texts.get("order.over", ends)
                : countdown
                        .leftProperty()
                        .get()
                        .map(left -> texts.get("order.expires.in", ends, Texts.clock(left)))
                        .orElseGet(() -> texts.get("order.expires", ends));
    }

    private void chooseForTheUserIfOnlyOneCanPay() {
        List<BankChoice> usable = choices.stream().filter(BankChoice::usable).toList();
        boolean stillUsable = usable.stream().anyMatch(choice -> choice.bankId().equals(chosenBank.get()));
        if (!stillUsable) {
            chosenBank.set(usable.size() == 1 ? usable.getFirst().bankId() : "");
        }
    }

    private Optional<Order> order() {
        return switch (flow.get()) {
            case FlowState.AtRest() -> Optional.empty();
            case FlowState.OrderShown shown -> Optional.of(shown.order().order());
            case FlowState.UnderWay underWay ->
                Optional.of(underWay.journey().order().order());
            case FlowState.Finished finished ->
                Optional.of(finished.journey().order().order());
        };
    }

    private Optional<BankEntry> bank() {
        return switch (flow.get()) {
            case FlowState.AtRest() -> Optional.empty();
            case FlowState.OrderShown ignored -> Optional.empty();
            case FlowState.UnderWay underWay -> Optional.of(underWay.journey().bank());
            case FlowState.Finished finished -> Optional.of(finished.journey().bank());
        };
    }
}
