package io.tetherkey.desktop.notice.dbus;

import io.tetherkey.desktop.notice.Tray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** The icon's menu with its two entries; asked on threads of the library, its words changed on another. */
final class TrayMenu extends ReadOnlyProperties implements DBusMenu {

    private static final int ROOT = 0;
    private static final int OPEN = 1;
    private static final int QUIT = 2;
    private static final List<Integer> ALL = List.of(ROOT, OPEN, QUIT);

    private final Tray.Listener listener;
    private volatile Face face;

    private record Face(Tray.Words words, UInt32 revision) {}

    TrayMenu(Tray.Words words, Tray.Listener listener) {
        this.listener = listener;
        this.face = new Face(words, new UInt32(1));
    }

    /** Takes other words and tells the new revision. */
    UInt32 say(Tray.Words words) {
        var next = new UInt32(face.revision().longValue() + 1);
        face = new Face(words, next);
        return next;
    }

    @Override
    Map<String, Variant<?>> properties() {
        return Map.of(
                "Version",
                new Variant<>(new UInt32(3)),
                "TextDirection",
                new Variant<>("ltr"),
                "Status",
                new Variant<>("normal"),
                "IconThemePath",
                new Variant<>(List.of(), "as"));
    }

    @Override
    public Two<UInt32, Node> layout(int parent, int depth, List<String> names) {
        Face now = face;
        List<Variant<?>> below = new ArrayList<>();
        if (parent == ROOT && depth != 0) {
            for (int entry : List.of(OPEN, QUIT)) {
                below.add(new Variant<>(new Node(entry, of(entry, now.words()), List.of()), Node.SIGNATURE));
            }
        }
        return new Two<>(now.revision(), new Node(parent, of(parent, now.words()), below));
    }

    private static Map<String, Variant<?>> of(int entry, Tray.Words words) {
        return switch (entry) {
            case ROOT -> Map.of("children-display", new Variant<>("submenu"));
            case OPEN -> Map.of("label", new Variant<>(label(words.open())));
            case QUIT -> Map.of("label", new Variant<>(label(words.quit())));
            default -> throw new DBusExecutionException("no such entry");
        };
    }

    /** A single underline would mark a key. */
    private static String label(String text) {
        return text.replace("_", "__");
    }

    @Override
    public List<Entry> properties(List<Integer> entries, List<String> names) {
        Tray.Words words = face.words();
        return (entries.isEmpty() ? ALL : entries)
                .stream()
                        .filter(ALL::contains)
                        .map(entry -> new Entry(entry, of(entry, words)))
                        .toList();
    }

    @Override
    public Variant<?> property(int entry, String name) {
        return Optional.<Variant<?>>ofNullable(of(entry, face.words()).get(name))
                .orElseThrow(() -> new DBusExecutionException("no such property"));
    }

    @Override
    public void event(int entry, String event, Variant<?> data, UInt32 time) {
        if (event.equals(CLICKED)) {
            switch (entry) {
                case OPEN -> listener.open();
                case QUIT -> listener.quit();
                default -> {}
            }
        }
    }

    @Override
    public List<Integer> events(List<Happening> events) {
        events.forEach(one -> event(one.entry, one.event, one.data, one.time));
        return unknown(events.stream().map(one -> one.entry).toList());
    }

    @Override
    public boolean aboutToShow(int entry) {
        return false;
    }

    @Override
    public Two<List<Integer>, List<Integer>> aboutToShow(List<Integer> entries) {
        return new Two<>(List.of(), unknown(entries));
    }

    private static List<Integer> unknown(List<Integer> entries) {
        return entries.stream().filter(entry -> !ALL.contains(entry)).toList();
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }
}
