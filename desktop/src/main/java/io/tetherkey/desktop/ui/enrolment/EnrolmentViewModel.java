package io.tetherkey.desktop.ui.enrolment;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tetherkey.desktop.phone.PhoneState;
import io.tetherkey.desktop.relay.EnrolmentControl;
import io.tetherkey.desktop.relay.EnrolmentState;
import io.tetherkey.desktop.relay.SlotChange;
import io.tetherkey.desktop.ui.TaskRunner;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.protocol.message.SlotInfo;
import io.tetherkey.protocol.trust.BankEntry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The page that sets up, renews and removes banks on the phone. Neither activation code nor payment key has a field
 * here: both are typed on the phone only.
 */
public final class EnrolmentViewModel {

    private static final String NO_BANK = "";

    /** The most that the bank takes, in bytes of UTF-8 (PROTOCOL.md, credentials). */
    private static final int MOST_BYTES = 128;

    private final Texts texts;
    private final Clock clock;
    private final List<BankEntry> banks;
    private final EnrolmentControl control;
    private final EnrolmentProgressViewModel progress;
    private final ObservableList<EnrolmentChoice> choices = FXCollections.observableArrayList();
    private final ObservableList<EnrolmentChoice> choicesShown = FXCollections.unmodifiableObservableList(choices);
    private final StringProperty chosenBank = new SimpleStringProperty(NO_BANK);
    private final StringProperty userName = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<EnrolmentScreen> screen = new ReadOnlyObjectWrapper<>(EnrolmentScreen.FORM);
    private final BooleanBinding complete;
    private PhoneState phone = new PhoneState.Absent();
    private boolean setUp;

    /** @param banks the banks of the signed directory */
    public EnrolmentViewModel(
            Texts texts, Clock clock, TaskRunner runner, List<BankEntry> banks, EnrolmentControl control) {
        this.texts = texts;
        this.clock = clock;
        this.banks = List.copyOf(banks);
        this.control = control;
        this.progress = new EnrolmentProgressViewModel(texts, runner);
        this.complete = Bindings.createBooleanBinding(this::isComplete, chosenBank, userName, choices);
        texts.onLanguage(this::render);
    }

    /** The banks of the directory; empty while no phone can be read. */
    public ObservableList<EnrolmentChoice> choices() {
        return choicesShown;
    }

    public StringProperty chosenBankProperty() {
        return chosenBank;
    }

    public StringProperty userNameProperty() {
        return userName;
    }

    /** Whether the form can be sent. */
    public BooleanBinding completeProperty() {
        return complete;
    }

    public ReadOnlyObjectProperty<EnrolmentScreen> screenProperty() {
        return screen.getReadOnlyProperty();
    }

    /** What happens, and how it ended. */
    public EnrolmentProgressViewModel progress() {
        return progress;
    }

    /** The bank that is chosen, if any. */
    public Optional<EnrolmentChoice> chosen() {
        return choices.stream()
                .filter(choice -> choice.bankId().equals(chosenBank.get()))
                .findFirst();
    }

    /** Whether the chosen bank has a slot that could be removed. */
    public boolean isOnPhone() {
        return slot(chosenBank.get()).isPresent();
    }

    public void show(PhoneState state) {
        phone = state;
        render();
    }

    /** Whether a bank has just been set up, and the user reads so. */
    public boolean isSetUp() {
        return setUp;
    }

    /** Chooses the bank that is wanted, if there is only one that is. */
    public void suggest(Predicate<String> wanted) {
        List<String> fitting =
                banks.stream().map(BankEntry::bankId).filter(wanted).toList();
        if (fitting.size() == 1) {
            chosenBank.set(fitting.getFirst());
        }
    }

    public void show(EnrolmentState state) {
        if (setUp && state instanceof EnrolmentState.AtRest) {
            chosenBank.set(NO_BANK);
        }
        setUp = state
                instanceof EnrolmentState.Finished(SlotChange.SetUp ignored, int step, EnrolmentState.Result.Done());
        screen.set(
                switch (state) {
                    case EnrolmentState.AtRest ignored -> EnrolmentScreen.FORM;
                    case EnrolmentState.UnderWay ignored -> EnrolmentScreen.UNDER_WAY;
                    case EnrolmentState.Finished ignored -> EnrolmentScreen.RESULT;
                });
        progress.show(state);
    }

    /** What the board offers: a bank is chosen, and a removal begins at once. */
    public void act(String bankId, SlotAction action) {
        if (screen.get() == EnrolmentScreen.RESULT) {
            control.dismiss();
        }
        chosenBank.set(bankId);
        if (action == SlotAction.REMOVE) {
            remove();
        }
    }

    /** Sends the form; does nothing while it is not complete. */
    public void submit() {
        if (!isComplete()) {
            return;
        }
        chosen().flatMap(choice -> bank(choice.bankId()).map(bank -> switch (choice.action()) {
                    case SET_UP, SET_UP_AGAIN -> new SlotChange.SetUp(bank);
                    case RENEW -> new SlotChange.Renew(bank);
                    case REMOVE -> throw new IllegalStateException("No bank is kept by its removal");
                }))
                .ifPresent(change -> control.begin(change, userName.get().strip()));
    }

    /** Asks the phone to remove the chosen bank. */
    public void remove() {
        var slot = slot(chosenBank.get());
        bank(chosenBank.get())
                .flatMap(bank -> slot.map(each -> new SlotChange.Remove(bank, each.slotId())))
                .ifPresent(change -> control.begin(change, ""));
    }

    public void retry() {
        control.retry();
    }

    public void cancel() {
        control.cancel();
    }

    public void dismiss() {
        control.dismiss();
    }

    private void render() {
        String kept = chosenBank.get();
        List<EnrolmentChoice> fresh =
                phone.known().isPresent() ? banks.stream().map(this::choice).toList() : List.of();
        if (!fresh.equals(choices)) {
            choices.setAll(fresh);
        }
        chosenBank.set(kept);
    }

    private EnrolmentChoice choice(BankEntry bank) {
        String name = texts.bankName(bank);
        var slot = slot(bank.bankId());
        var action = SlotAction.main(slot, clock.instant());
        String state = switch (action) {
            case SET_UP -> texts.get("enrol.state.none");
            case SET_UP_AGAIN ->
                texts.get(slot.filter(SlotInfo::enabled).isPresent() ? "board.expired" : "board.disabled");
            case RENEW, REMOVE ->
                texts.get("enrol.state.enabled", texts.date(slot.orElseThrow().validUntil()));
        };
        return new EnrolmentChoice(
                bank.bankId(), name, name.substring(0, name.offsetByCodePoints(0, 1)), bank.colour(), action, state);
    }

    private Optional<BankEntry> bank(String bankId) {
        return banks.stream().filter(each -> each.bankId().equals(bankId)).findFirst();
    }

    private Optional<SlotInfo> slot(String bankId) {
        return phone.known().stream()
                .flatMap(ready -> ready.board().stream())
                .filter(each -> each.bankId().equals(bankId))
                .findFirst();
    }

    private boolean isComplete() {
        String name = userName.get().strip();
        return chosen().isPresent() && !name.isEmpty() && name.getBytes(UTF_8).length <= MOST_BYTES;
    }
}
