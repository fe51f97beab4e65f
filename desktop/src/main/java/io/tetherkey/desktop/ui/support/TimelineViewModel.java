package io.tetherkey.desktop.ui.support;

import io.tetherkey.desktop.support.TimelineEntry;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.Tone;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The messages between app, phone and bank, the newest first; used on the UI thread only. */
public final class TimelineViewModel {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    private final Texts texts;
    private final ZoneId zone;
    private final ObservableList<TimelineRow> rows = FXCollections.observableArrayList();
    private final ObservableList<TimelineRow> rowsView = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyStringWrapper counted = new ReadOnlyStringWrapper("");
    private List<TimelineEntry> entries = List.of();
    private Runnable clear = () -> {};

    TimelineViewModel(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
        texts.onLanguage(this::render);
    }

    public ObservableList<TimelineRow> rows() {
        return rowsView;
    }

    /** How many messages there are, in words; empty while there are none. */
    public ReadOnlyStringProperty countedProperty() {
        return counted.getReadOnlyProperty();
    }

    /** What forgets the messages, and then calls {@link #show}. */
    public void onClear(Runnable action) {
        clear = action;
    }

    public void clear() {
        clear.run();
    }

    /** Takes what is kept, the oldest first. */
    public void show(List<TimelineEntry> kept) {
        entries = List.copyOf(kept);
        render();
    }

    private void render() {
        rows.setAll(entries.reversed().stream().map(this::row).toList());
        counted.set(entries.isEmpty() ? "" : texts.get("timeline.count", entries.size()));
    }

    private TimelineRow row(TimelineEntry entry) {
        return new TimelineRow(
                entry.number(),
                time(entry.at()),
                texts.get("timeline.way." + entry.way().name().toLowerCase(java.util.Locale.ROOT)),
                icon(entry),
                entry.message().isEmpty() ? texts.get("timeline.none") : entry.message(),
                entry.session(),
                entry.bytes() == 0 ? "" : texts.get("timeline.bytes", entry.bytes()),
                entry.took().map(this::took).orElse(""),
                entry.outcome(),
                tone(entry));
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    private String took(Duration took) {
        return texts.get("timeline.millis", took.toMillis());
    }

    private static String icon(TimelineEntry entry) {
        return switch (entry.way()) {
            case TO_PHONE -> "mdi2c-cellphone-arrow-down";
            case FROM_PHONE -> "mdi2c-cellphone-message";
            case TO_BANK -> "mdi2b-bank-transfer-in";
            case FROM_BANK -> "mdi2b-bank-transfer-out";
        };
    }

    /** A step of the phone and an answer that holds are no trouble; everything else with an outcome is. */
    private static Tone tone(TimelineEntry entry) {
        boolean fine = entry.outcome().isEmpty()
                || entry.outcome().equals(TimelineEntry.OK)
                || entry.message().equals("KEEPALIVE");
        return fine ? Tone.QUIET : Tone.BAD;
    }
}
