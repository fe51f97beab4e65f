package io.tetherkey.desktop.ui.computers;

import io.tetherkey.desktop.phone.PhoneState;
import io.tetherkey.desktop.phone.TrustedComputers.Answer;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.VisibleText;
import io.tetherkey.protocol.message.ComputerInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Which computers the phone in use trusts, and the question before one is taken away. */
public final class ComputersViewModel {

    private final Texts texts;
    private final ObservableList<ComputerRow> rows = FXCollections.observableArrayList();
    private final ObservableList<ComputerRow> rowsShown = FXCollections.unmodifiableObservableList(rows);
    private final ObjectProperty<Optional<ComputerRow>> asked = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyStringWrapper question = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
    private List<ComputerInfo> computers = List.of();
    private Runnable sayWhy = () -> {};
    private Runnable look = () -> {};
    private Consumer<ComputerInfo> revoke = computer -> {};
    private boolean ready;
    private boolean watched;

    public ComputersViewModel(Texts texts) {
        this.texts = texts;
        say("computers.no-phone");
        texts.onLanguage(this::render);
    }

    public ObservableList<ComputerRow> rows() {
        return rowsShown;
    }

    /** The computer that the user is asked about. */
    public ReadOnlyObjectProperty<Optional<ComputerRow>> askedProperty() {
        return asked;
    }

    /** What taking it away means; empty while nothing is asked. */
    public ReadOnlyStringProperty questionProperty() {
        return question.getReadOnlyProperty();
    }

    /** Why nothing is listed, or what was done; empty otherwise. */
    public ReadOnlyStringProperty toldProperty() {
        return told.getReadOnlyProperty();
    }

    /** Runs {@code ask} when the list is wanted; the answer comes by {@link #show(Answer)}. */
    public void onLook(Runnable ask) {
        look = ask;
    }

    /** Tells {@code taken} the computer that the user takes away. */
    public void onRevoke(Consumer<ComputerInfo> taken) {
        revoke = taken;
    }

    /** The list comes into sight, or goes out of it. */
    public void watch(Watched now) {
        watched = now == Watched.SEEN;
        keep();
        lookIfWanted();
    }

    /** Whether somebody looks at the list, so that the phone need not be asked for nothing. */
    public enum Watched {
        SEEN,
        UNSEEN
    }

    public void show(PhoneState phone) {
        boolean before = ready;
        ready = phone instanceof PhoneState.Ready;
        if (!ready && phone.known().isEmpty()) {
            computers = List.of();
            say("computers.no-phone");
            keep();
            render();
        } else if (ready && !before) {
            lookIfWanted();
        }
    }

    private void lookIfWanted() {
        if (ready && watched) {
            look.run();
        }
    }

    public void show(Answer answer) {
        switch (answer) {
            case Answer.Listed listed -> {
                computers = listed.computers();
                sayWhy = () -> told.set("");
            }
            case Answer.Failed failed -> {
                computers = List.of();
                sayWhy = () -> told.set(failed.why().sentence(texts.locale()) + " "
                        + failed.why().remedy(texts.locale()) + " ("
                        + failed.why().code() + ")");
            }
        }
        render();
    }

    /** Asks before trust is taken away. */
    public void ask(ComputerRow row) {
        asked.set(Optional.of(row));
        render();
    }

    /** The answer is yes. */
    public void confirm() {
        asked.get().ifPresent(row -> revoke.accept(row.computer()));
        keep();
    }

    /** The answer is no. */
    public void keep() {
        asked.set(Optional.empty());
        render();
    }

    private void say(String key) {
        sayWhy = () -> told.set(texts.get(key));
    }

    private void render() {
        List<ComputerRow> fresh = new ArrayList<>();
        for (ComputerInfo computer : computers) {
            fresh.add(new ComputerRow(
                    fresh.size() + 1,
                    computer,
                    computer.thisOne()
                            ? texts.get("computers.this", VisibleText.of(computer.name()))
                            : VisibleText.of(computer.name()),
                    texts.get("computers.since", texts.date(computer.since()))));
        }
        rows.setAll(fresh);
        sayWhy.run();
        question.set(asked.get()
                .map(row -> texts.get(row.computer().thisOne() ? "computers.ask.this" : "computers.ask", row.name()))
                .orElse(""));
    }
}
