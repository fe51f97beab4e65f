package io.tetherkey.desktop.ui.history;

import io.tetherkey.desktop.history.HistoryEntry;
import io.tetherkey.desktop.history.Holds;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.Tone;
import io.tetherkey.desktop.ui.VisibleText;
import io.tetherkey.protocol.message.Order;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.trust.BankEntry;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The past payments: what of them is shown, and the one that is looked at. */
public final class HistoryViewModel {

    private final Texts texts;
    private final List<BankEntry> banks;
    private final ZoneId zone = ZoneId.systemDefault();
    private final ReceiptSaver saver;
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<Optional<String>> bank = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<YearMonth>> month = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<SlotResult>> result = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<HistoryRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper leavesOut = new ReadOnlyBooleanWrapper();
    private final ObservableList<Spending> spending = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<HistoryRow>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Consumer<HistoryEntry> askAgain = entry -> {};
    private final ReadOnlyObjectWrapper<List<HistoryEntry>> all = new ReadOnlyObjectWrapper<>(List.of());

    /** @param mark of the receipts that are printed */
    public HistoryViewModel(Texts texts, List<BankEntry> banks, ReceiptMark mark) {
        this.texts = texts;
        this.banks = banks;
        this.saver = new ReceiptSaver(texts, mark);
        for (ObjectProperty<?> filter : List.of(bank, month, result)) {
            filter.addListener((property, before, now) -> render());
        }
        search.addListener((property, before, now) -> render());
        texts.onLanguage(this::render);
    }

    /** Takes the whole history, newest first. */
    public void show(List<HistoryEntry> entries) {
        all.set(List.copyOf(entries));
        render();
    }

    public ReadOnlyObjectProperty<List<HistoryEntry>> allProperty() {
        return all.getReadOnlyProperty();
    }

    public StringProperty searchProperty() {
        return search;
    }

    public ObjectProperty<Optional<String>> bankProperty() {
        return bank;
    }

    public ObjectProperty<Optional<YearMonth>> monthProperty() {
        return month;
    }

    public ObjectProperty<Optional<SlotResult>> resultProperty() {
        return result;
    }

    /** What passes search and filters. */
    public ObservableList<HistoryRow> rows() {
        return rows;
    }

    public ObservableList<Spending> spending() {
        return spending;
    }

    public ReadOnlyObjectProperty<Optional<HistoryRow>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public ReceiptSaver saver() {
        return saver;
    }

    public void choose(Optional<HistoryRow> row) {
        saver.clear();
        chosen.set(row);
    }

    /** Tells {@code ask} the entry of which the user wants to know how it ended. */
    public void onAskAgain(Consumer<HistoryEntry> ask) {
        askAgain = ask;
    }

    /** Asks the bank how this payment ended. */
    void askAgain(HistoryRow row) {
        askAgain.accept(row.entry());
    }

    /** Whether nobody knows yet how this payment ended. */
    static boolean isOpen(HistoryEntry entry) {
        return entry.result() == SlotResult.NONE;
    }

    /** Whether some entries are left out of the sums, because what was signed does not match. */
    ReadOnlyBooleanProperty leavesOutProperty() {
        return leavesOut.getReadOnlyProperty();
    }

    /** Shows the end of an order, whatever was searched for. */
    public void look(String orderId) {
        showAll();
        choose(rows.stream()
                .filter(row -> row.entry().orderId().equals(orderId))
                .findFirst());
    }

    List<BankEntry> banks() {
        return banks;
    }

    /** The months in which something happened, newest first. */
    List<YearMonth> months() {
        return all.get().stream().map(this::monthOf).distinct().toList();
    }

    String bankName(String bankId) {
        return banks.stream()
                .filter(b -> b.bankId().equals(bankId))
                .findFirst()
                .map(texts::bankName)
                .orElse(bankId);
    }

    private YearMonth monthOf(HistoryEntry entry) {
        return YearMonth.from(entry.time().atZone(zone));
    }

    /** Shows all payments again. */
    public void showAll() {
        search.set("");
        bank.set(Optional.empty());
        month.set(Optional.empty());
        result.set(Optional.empty());
    }

    /** Shows only that month, or all months again if it is the one that is shown. */
    public void turnTo(YearMonth wanted) {
        month.set(month.get().filter(wanted::equals).isPresent() ? Optional.empty() : Optional.of(wanted));
    }

    private void render() {
        HistorySearch wanted = HistorySearch.of(search.get());
        List<HistoryEntry> atBank = all.get().stream()
                .filter(e -> bank.get().map(e.bankId()::equals).orElse(true))
                .toList();
        rows.setAll(atBank.stream()
                .filter(e -> month.get().map(monthOf(e)::equals).orElse(true))
                .filter(e -> result.get().map(e.result()::equals).orElse(true))
                .map(this::row)
                .filter(row -> wanted.finds(facts(row)))
                .toList());
        leavesOut.set(atBank.stream().anyMatch(entry -> isPayment(entry) && entry.verified() == Holds.NO));
        List<Spending> months = Spending.of(atBank, zone);
        if (!months.equals(spending)) {
            spending.setAll(months);
        }
        Optional<String> key = chosen.get().map(row -> row.entry().key());
        chosen.set(rows.stream()
                .filter(row -> key.filter(row.entry().key()::equals).isPresent())
                .findFirst());
    }

    private List<String> facts(HistoryRow row) {
        HistoryEntry entry = row.entry();
        return List.of(
                row.spoken(),
                banks.stream()
                        .filter(b -> b.bankId().equals(entry.bankId()))
                        .map(b -> b.nameEn() + " " + b.nameZh())
                        .findFirst()
                        .orElse(""),
                entry.order().map(Order::description).orElse(""),
                entry.receiptNumber().orElse(""),
                entry.orderId());
    }

    /** A phone's record of a login names no order; one of a payment names an order that this computer may not have. */
    private String withoutOrder(HistoryEntry entry) {
        return texts.get(entry.orderId().isEmpty() ? "history.login" : "history.payee.unknown");
    }

    private HistoryRow row(HistoryEntry entry) {
        Optional<Order> order = entry.order();
        return new HistoryRow(
                entry,
                texts.date(entry.time()) + " " + texts.time(entry.time()),
                texts.date(entry.time()),
                bankName(entry.bankId()),
                order.map(o -> VisibleText.of(o.payee())).orElseGet(() -> withoutOrder(entry)),
                order.map(o -> texts.digits(o.amount()) + " " + o.amount().currency())
                        .orElse("–"),
                result(entry),
                proof(entry),
                tone(entry));
    }

    /** Signatures that contradict each other tell of no end at all, a record alone only what the phone says. */
    private String result(HistoryEntry entry) {
        if (isOpen(entry)) {
            return texts.get("history.open");
        }
        if (isPayment(entry) && entry.verified() == Holds.NO) {
            return texts.get("history.differs");
        }
        return words(entry.result(), texts);
    }

    /** A result as the first word of a line. */
    static String words(SlotResult result, Texts texts) {
        String words = texts.get("result." + result.name().toLowerCase(Locale.ROOT));
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Whether a payment ended here; anything else has nothing to prove. */
    static boolean isPayment(HistoryEntry entry) {
        return switch (entry.result()) {
            case PAID, DECLINED, PAYMENT_FAILED -> true;
            case NONE, ALLOWED, FAILED, VOID -> false;
        };
    }

    private String proof(HistoryEntry entry) {
        if (isOpen(entry)) {
            return "";
        }
        return isPayment(entry) ? texts.get(proofKey(entry.verified())) : "";
    }

    static String proofKey(Holds holds) {
        return switch (holds) {
            case YES -> "history.proof.yes";
            case NO -> "history.proof.no";
            case NOT_KNOWN -> "history.proof.unknown";
        };
    }

    private static Tone tone(HistoryEntry entry) {
        if (isOpen(entry)) {
            return Tone.YOUR_TURN;
        }
        return switch (entry.verified()) {
            case YES -> entry.result() == SlotResult.PAID ? Tone.GOOD : Tone.QUIET;
            case NO -> Tone.BAD;
            case NOT_KNOWN -> Tone.QUIET;
        };
    }
}
