package io.tetherkey.desktop.ui.window;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/** What changed last, in one sentence, for who listens instead of looks. */
public final class Announcement {

    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final List<ObservableValue<String>> followed = new ArrayList<>();

    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** Tells each new value of {@code sentence} that is not empty. */
    void follow(ObservableValue<String> sentence) {
        followed.add(sentence); // a binding that nobody holds is collected and falls silent
        sentence.subscribe(now -> {
            if (now != null && !now.isBlank()) {
                text.set(now.strip());
            }
        });
    }
}
