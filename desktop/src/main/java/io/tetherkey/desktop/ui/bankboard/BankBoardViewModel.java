package io.tetherkey.desktop.ui.bankboard;

import io.tetherkey.desktop.phone.PhoneState;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.Tone;
import io.tetherkey.desktop.ui.enrolment.SlotAction;
import io.tetherkey.protocol.message.SlotInfo;
import io.tetherkey.protocol.trust.BankEntry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The board of banks, read from the phone; empty, with a reason, while no phone can be read. */
public final class BankBoardViewModel {

    private static final String NO_COLOUR = "#6e7781";
    private static final int FEW_ATTEMPTS = 3;

    private final Texts texts;
    private final Clock clock;
    private final Map<String, BankEntry> directory;
    private final ObservableList<BankRow> rows = FXCollections.observableArrayList();
    private final ObservableList<BankRow> rowsShown = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyStringWrapper emptyText = new ReadOnlyStringWrapper("");
    private BiConsumer<String, SlotAction> action = (bankId, taken) -> {};
    private PhoneState phone = new PhoneState.Absent();

    /** @param banks the banks of the signed directory */
    public BankBoardViewModel(Texts texts, Clock clock, List<BankEntry> banks) {
        this.texts = texts;
        this.clock = clock;
        this.directory = banks.stream().collect(Collectors.toMap(BankEntry::bankId, bank -> bank));
        texts.onLanguage(this::render);
    }

    public ObservableList<BankRow> rows() {
        return rowsShown;
    }

    /** Why there are no rows. */
    public ReadOnlyStringProperty emptyTextProperty() {
        return emptyText.getReadOnlyProperty();
    }

    /** Tells {@code taken} each action that the user takes, with the bank's id. */
    public void onAction(BiConsumer<String, SlotAction> taken) {
        action = taken;
    }

    /** The user takes an action of a row. */
    public void act(BankRow row, SlotAction taken) {
        action.accept(row.bankId(), taken);
    }

    public void show(PhoneState state) {
        phone = state;
        render();
    }

    private void render() {
        Optional<PhoneState.Ready> known = phone.known();
        List<BankRow> fresh = known.map(
                        ready -> ready.board().stream().map(this::row).toList())
                .orElse(List.of());
        if (!fresh.equals(rows)) {
            rows.setAll(fresh);
        }
        emptyText.set(texts.get(known.isPresent() ? "board.none" : "board.nophone"));
    }

    private BankRow row(SlotInfo slot) {
        String name = texts.bankName(slot);
        Standing standing = Standing.of(slot, clock.instant());
        return new BankRow(
                slot.bankId(),
                name,
                name.substring(0, name.offsetByCodePoints(0, 1)),
                directory.containsKey(slot.bankId())
                        ? directory.get(slot.bankId()).colour()
                        : NO_COLOUR,
                texts.get(standing.key),
                standing.tone,
                texts.get("board.valid", texts.date(slot.validUntil())),
                texts.get("board.attempts", slot.attemptsLeft()),
                slot.attemptsLeft(),
                texts.get("suite." + slot.suite()),
                texts.get("result." + slot.lastResult().name().toLowerCase(Locale.ROOT)),
                directory.containsKey(slot.bankId()) ? SlotAction.offered(slot, clock.instant()) : List.of());
    }

    /** Whether a bank can pay, and what is amiss. */
    private enum Standing {
        DISABLED("board.disabled", Tone.BAD),
        EXPIRED("board.expired", Tone.BAD),
        FEW_TRIES("board.enabled.few", Tone.YOUR_TURN),
        ENABLED("board.enabled", Tone.GOOD);

        private final String key;
        private final Tone tone;

        Standing(String key, Tone tone) {
            this.key = key;
            this.tone = tone;
        }

        static Standing of(SlotInfo slot, Instant now) {
            if (!slot.enabled()) {
                return DISABLED;
            }
            if (!slot.validUntil().isAfter(now)) {
                return EXPIRED;
            }
            return slot.attemptsLeft() <= FEW_ATTEMPTS ? FEW_TRIES : ENABLED;
        }
    }
}
