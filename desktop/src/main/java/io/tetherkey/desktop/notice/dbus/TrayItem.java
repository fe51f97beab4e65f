package io.tetherkey.desktop.notice.dbus;

import io.tetherkey.desktop.notice.Pixels;
import io.tetherkey.desktop.notice.Tray;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** The icon as the bus sees it. A click of any kind raises the window; the menu is an object of its own. */
final class TrayItem extends ReadOnlyProperties implements StatusNotifierItem {

    private static final String PICTURES = "a(iiay)";

    private final List<Picture> icon;
    private final String name;
    private final Tray.Listener listener;

    /** A picture as the bus writes it: ARGB32 in network byte order. */
    static final class Picture extends Struct {
        @Position(0)
        public final int width;

        @Position(1)
        public final int height;

        @Position(2)
        public final byte[] argb;

        Picture(Pixels pixels) {
            this.width = pixels.width();
            this.height = pixels.height();
            this.argb = pixels.argb();
        }
    }

    TrayItem(List<Pixels> icon, String name, Tray.Listener listener) {
        this.icon = icon.stream().map(Picture::new).toList();
        this.name = name;
        this.listener = listener;
    }

    @Override
    Map<String, Variant<?>> properties() {
        return Map.ofEntries(
                Map.entry("Category", new Variant<>("ApplicationStatus")),
                Map.entry("Id", new Variant<>("tetherkey")),
                Map.entry("Title", new Variant<>(name)),
                Map.entry("Status", new Variant<>("Active")),
                Map.entry("WindowId", new Variant<>(new UInt32(0))),
                Map.entry("IconName", new Variant<>("")),
                Map.entry("IconPixmap", new Variant<>(icon, PICTURES)),
                Map.entry("OverlayIconName", new Variant<>("")),
                Map.entry("AttentionIconName", new Variant<>("")),
                Map.entry("ItemIsMenu", new Variant<>(false)),
                Map.entry("Menu", new Variant<>(new DBusPath(DBusMenu.PATH))));
    }

    @Override
    public void activate(int x, int y) {
        listener.open();
    }

    @Override
    public void secondaryActivate(int x, int y) {
        listener.open();
    }

    @Override
    public void contextMenu(int x, int y) {
        listener.open();
    }

    @Override
    public void scroll(int delta, String orientation) {}

    @Override
    public String getObjectPath() {
        return PATH;
    }
}
