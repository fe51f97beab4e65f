package io.tetherkey.desktop.ui.history;

import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.trust.BankEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.Property;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;

/** Search and filters of the history; each filter's first choice is "all". */
final class HistoryFilters {

    private final HistoryViewModel history;
    private final Texts texts;

    HistoryFilters(HistoryViewModel history, Texts texts) {
        this.history = history;
        this.texts = texts;
    }

    static TextField search(HistoryViewModel history, Texts texts) {
        TextField search = new TextField();
        search.setId("history-search");
        search.promptTextProperty().bind(texts.bind("history.search"));
        Nodes.describe(search, texts, "history.search");
        search.textProperty().bindBidirectional(history.searchProperty());
        return search;
    }

    Node[] boxes() {
        return new Node[] {
            box(
                    "bank",
                    history.bankProperty(),
                    () -> history.banks().stream().map(BankEntry::bankId).toList(),
                    history::bankName),
            box("month", history.monthProperty(), history::months, texts::month),
            box(
                    "result",
                    history.resultProperty(),
                    () -> Arrays.stream(SlotResult.values())
                            .filter(r -> r != SlotResult.NONE)
                            .toList(),
                    r -> HistoryViewModel.words(r, texts))
        };
    }

    private <T> ComboBox<Optional<T>> box(
            String name, Property<Optional<T>> chosen, Supplier<List<T>> all, Function<T, String> label) {
        ComboBox<Optional<T>> box = new ComboBox<>();
        box.setId("history-" + name);
        box.setMinWidth(0);
        box.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(box, Priority.ALWAYS);
        Nodes.describe(box, texts, "history.filter." + name);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Optional<T> one) {
                return one == null || one.isEmpty()
                        ? texts.get("history.filter." + name + ".all")
                        : label.apply(one.get());
            }

            @Override
            public Optional<T> fromString(String text) {
                return Optional.empty();
            }
        });
        Runnable fill = () -> {
            Optional<T> kept = chosen.getValue();
            List<Optional<T>> choices = new ArrayList<>();
            choices.add(Optional.empty());
            all.get().forEach(one -> choices.add(Optional.of(one)));
            box.getItems().setAll(choices);
            box.setValue(choices.contains(kept) ? kept : Optional.empty());
        };
        box.valueProperty().addListener((property, before, now) -> {
            if (now != null) {
                chosen.setValue(now);
            }
        });
        chosen.addListener((property, before, now) -> box.setValue(now));
        texts.onLanguage(fill);
        history.allProperty().addListener((property, before, now) -> fill.run());
        return box;
    }
}
