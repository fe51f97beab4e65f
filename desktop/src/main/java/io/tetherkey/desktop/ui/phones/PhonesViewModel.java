package io.tetherkey.desktop.ui.phones;

import io.tetherkey.desktop.phone.PhoneUse;
import io.tetherkey.desktop.phone.PresentPhone;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.VisibleText;
import io.tetherkey.protocol.host.PhoneAddress;
import io.tetherkey.protocol.message.Fault;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Several phones at once: which are there, which is used, and which one a number means. */
public final class PhonesViewModel {

    private final Texts texts;
    private final ObservableList<PhoneRow> rows = FXCollections.observableArrayList();
    private final ObservableList<PhoneRow> rowsShown = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyBooleanWrapper bound = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
    private List<PresentPhone> phones = List.of();
    private PhoneUse use = PhoneUse.FREE;
    private Optional<Fault> refused = Optional.empty();
    private IntConsumer chosen = number -> {};
    private IntConsumer winked = number -> {};

    public PhonesViewModel(Texts texts) {
        this.texts = texts;
        texts.onLanguage(this::render);
    }

    /** The phones, by their numbers; empty unless there is something to choose. */
    public ObservableList<PhoneRow> rows() {
        return rowsShown;
    }

    /** Whether the choice is closed because something is under way. */
    public ReadOnlyBooleanProperty boundProperty() {
        return bound.getReadOnlyProperty();
    }

    /** What the user should know about the choice; empty while nothing. */
    public ReadOnlyStringProperty toldProperty() {
        return told.getReadOnlyProperty();
    }

    /** Tells {@code choice} the number of the phone that the user wants. */
    public void onChoose(IntConsumer choice) {
        chosen = choice;
    }

    /** Tells {@code wink} the number of the phone that shall show itself. */
    public void onWink(IntConsumer wink) {
        winked = wink;
    }

    public void show(List<PresentPhone> plugged) {
        phones = List.copyOf(plugged);
        refused = Optional.empty();
        render();
    }

    public void show(PhoneUse now) {
        use = now;
        render();
    }

    /** A phone did not show itself. */
    public void refuse(Fault why) {
        refused = Optional.of(why);
        render();
    }

    public void choose(PhoneRow row) {
        chosen.accept(row.number());
    }

    public void wink(PhoneRow row) {
        refused = Optional.empty();
        render();
        winked.accept(row.number());
    }

    /** A single phone is chosen by itself, unless another one is bound and away. */
    private boolean isAChoice() {
        return phones.size() > 1 || phones.stream().anyMatch(phone -> !phone.used());
    }

    private void render() {
        List<PhoneRow> fresh = isAChoice() ? phones.stream().map(this::row).toList() : List.of();
        if (!fresh.equals(rows)) {
            rows.setAll(fresh);
        }
        bound.set(use == PhoneUse.BOUND);
        told.set(rows.isEmpty() ? "" : tell());
    }

    private String tell() {
        if (refused.isPresent()) {
            return texts.get(
                    refused.get() == Fault.COMPUTER_NOT_TRUSTED ? "phones.wink.untrusted" : "phones.wink.refused");
        }
        return bound.get() ? texts.get("phones.bound") : "";
    }

    private PhoneRow row(PresentPhone phone) {
        return new PhoneRow(
                phone.number(),
                phone.model().isEmpty()
                        ? texts.get("phones.unnamed", phone.number())
                        : texts.get("phones.named", phone.number(), VisibleText.of(phone.model())),
                texts.get(road(phone.road())),
                phone.used());
    }

    private static String road(PhoneAddress.Kind road) {
        return switch (road) {
            case USB -> "phones.road.usb";
            case SERIAL -> "phones.road.serial";
            case TCP -> "phones.road.tcp";
            case MEMORY -> "phones.road.memory";
        };
    }
}
