package io.tetherkey.desktop.notice.dbus;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.notice.Pixels;
import io.tetherkey.desktop.notice.Tray;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real bus of its own, with a desktop that this test plays. */
@Tag("dbus")
class DBusTrayIT {

    private static final Tray.Words ENGLISH = new Tray.Words("TetherKey", "Open TetherKey", "Quit");
    private static final Tray.Words CHINESE = new Tray.Words("TetherKey", "打开 TetherKey", "退出");
    private static final Pixels ICON = new Pixels(2, 1, new byte[] {-1, 1, 2, 3, 0, 4, 5, 6});

    @TempDir
    private Path folder;

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final Tray.Listener listener = new Tray.Listener() {
        @Override
        public void presence(Tray.Presence now) {
            told.add(now.name());
        }

        @Override
        public void open() {
            told.add("open");
        }

        @Override
        public void quit() {
            told.add("quit");
        }
    };

    @SuppressWarnings("NullAway.Init")
    private TestBus bus;

    /** Remembers who registers; whether it draws icons may change. */
    private static final class FakeWatcher extends ReadOnlyProperties implements StatusNotifierWatcher {

        private final BlockingQueue<String> items = new LinkedBlockingQueue<>();
        private volatile boolean hosted = true;

        @Override
        public void register(String busName) {
            items.add(busName);
        }

        @Override
        Map<String, Variant<?>> properties() {
            return Map.of(HOSTED, new Variant<>(hosted));
        }

        @Override
        public String getObjectPath() {
            return PATH;
        }
    }

    private final FakeWatcher watcher = new FakeWatcher();

    @BeforeEach
    void startBus() throws Exception {
        bus = TestBus.start(folder);
    }

    @AfterEach
    void stopBus() throws Exception {
        bus.close();
    }

    private DBusConnection desktop() throws Exception {
        DBusConnection desktop = bus.connect();
        desktop.exportObject(watcher);
        desktop.requestBusName(StatusNotifierWatcher.NAME);
        return desktop;
    }

    private DBusTray tray() {
        return new DBusTray(bus.address(), List.of(ICON), listener);
    }

    private static String next(BlockingQueue<String> queue) throws InterruptedException {
        return String.valueOf(queue.poll(60, TimeUnit.SECONDS));
    }

    @Test
    void iconIsRegisteredWithPictureAndName() throws Exception {
        try (DBusConnection desktop = desktop();
                DBusTray tray = tray()) {
            tray.show(ENGLISH);
            String item = next(watcher.items);
            assertThat(item).matches("org\\.kde\\.StatusNotifierItem-\\d+-1");
            assertThat(next(told)).isEqualTo("SHOWN");
            Map<String, Variant<?>> said = desktop.getRemoteObject(item, StatusNotifierItem.PATH, Properties.class)
                    .GetAll(StatusNotifierItem.NAME);
            assertThat(said.get("Title")).extracting(Variant::getValue).isEqualTo("TetherKey");
            assertThat(said.get("Status")).extracting(Variant::getValue).isEqualTo("Active");
            assertThat(said.get("ItemIsMenu")).extracting(Variant::getValue).isEqualTo(false);
            assertThat(said.get("Menu")).extracting(Variant::getSig).isEqualTo("o");
            assertThat(picture(Objects.requireNonNull(said.get("IconPixmap"))))
                    .isEqualTo("2 1 [-1, 1, 2, 3, 0, 4, 5, 6]");
            Object one = desktop.getRemoteObject(item, StatusNotifierItem.PATH, Properties.class)
                    .Get(StatusNotifierItem.NAME, "Id");
            assertThat(one).isEqualTo("tetherkey");
        }
    }

    /** The first picture as the desktop read it: {@code width height bytes}. */
    private static String picture(Variant<?> pixmaps) {
        assertThat(pixmaps.getSig()).isEqualTo("a(iiay)");
        Object[] first = (Object[]) ((List<?>) pixmaps.getValue()).getFirst();
        byte[] argb = first[2] instanceof byte[] bytes ? bytes : bytes((List<?>) first[2]);
        return first[0] + " " + first[1] + " " + Arrays.toString(argb);
    }

    private static byte[] bytes(List<?> list) {
        byte[] bytes = new byte[list.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (Byte) list.get(i);
        }
        return bytes;
    }

    @Test
    void clickRaisesTheWindow() throws Exception {
        try (DBusConnection desktop = desktop();
                DBusTray tray = tray()) {
            tray.show(ENGLISH);
            String item = next(watcher.items);
            assertThat(next(told)).isEqualTo("SHOWN");
            var icon = desktop.getRemoteObject(item, StatusNotifierItem.PATH, StatusNotifierItem.class);
            icon.activate(10, 10);
            assertThat(next(told)).isEqualTo("open");
            icon.secondaryActivate(10, 10);
            assertThat(next(told)).isEqualTo("open");
        }
    }

    @Test
    void menuOpensQuitsAndFollowsTheLanguage() throws Exception {
        BlockingQueue<String> revisions = new LinkedBlockingQueue<>();
        try (DBusConnection desktop = desktop();
                DBusTray tray = tray()) {
            desktop.addSigHandler(
                    DBusMenu.LayoutUpdated.class, news -> revisions.add(news.revision() + " of " + news.parent()));
            tray.show(ENGLISH);
            var menu = desktop.getRemoteObject(next(watcher.items), DBusMenu.PATH, DBusMenu.class);
            assertThat(next(told)).isEqualTo("SHOWN");
            assertThat(labels(menu)).containsExactly("1 Open TetherKey", "2 Quit");
            assertThat(menu.layout(0, -1, List.of()).second.below).hasSize(2);
            tray.show(CHINESE);
            assertThat(next(revisions)).isEqualTo("2 of 0");
            assertThat(labels(menu)).containsExactly("1 打开 TetherKey", "2 退出");
            menu.event(1, DBusMenu.CLICKED, new Variant<>(0), new UInt32(0));
            assertThat(next(told)).isEqualTo("open");
            menu.event(2, "hovered", new Variant<>(0), new UInt32(0));
            menu.event(2, DBusMenu.CLICKED, new Variant<>(0), new UInt32(0));
            assertThat(next(told)).isEqualTo("quit");
        }
    }

    private static List<String> labels(DBusMenu menu) {
        return menu.properties(List.of(1, 2), List.of()).stream()
                .map(entry -> entry.entry + " "
                        + entry.properties
                                .getOrDefault("label", new Variant<>(""))
                                .getValue())
                .toList();
    }

    @Test
    void iconComesAndGoesWithTheTray() throws Exception {
        try (DBusTray tray = tray()) {
            tray.show(ENGLISH);
            assertThat(next(told)).isEqualTo("ABSENT");
            for (int i = 0; i < 2; i++) {
                try (DBusConnection desktop = desktop()) {
                    assertThat(desktop.isConnected()).isTrue();
                    assertThat(next(watcher.items)).startsWith("org.kde.StatusNotifierItem-");
                    assertThat(next(told)).isEqualTo("SHOWN");
                }
                assertThat(next(told)).isEqualTo("ABSENT");
            }
        }
        assertThat(watcher.items).isEmpty();
    }

    @Test
    void watcherWithoutAnybodyWhoDrawsIsNoTray() throws Exception {
        watcher.hosted = false;
        try (DBusConnection desktop = desktop();
                DBusTray tray = tray()) {
            tray.show(ENGLISH);
            assertThat(next(told)).isEqualTo("ABSENT");
            watcher.hosted = true;
            desktop.sendMessage(new StatusNotifierWatcher.StatusNotifierHostRegistered(StatusNotifierWatcher.PATH));
            assertThat(next(told)).isEqualTo("SHOWN");
            watcher.hosted = false;
            desktop.sendMessage(new StatusNotifierWatcher.StatusNotifierHostUnregistered(StatusNotifierWatcher.PATH));
            assertThat(next(told)).isEqualTo("ABSENT");
        }
    }

    /** A window in the tray would be lost with the icon. */
    @Test
    void busThatGoesTakesTheIconAlong() throws Exception {
        try (DBusConnection desktop = desktop();
                DBusTray tray = tray()) {
            tray.show(ENGLISH);
            assertThat(desktop.isConnected()).isTrue();
            assertThat(next(told)).isEqualTo("SHOWN");
            bus.close();
            assertThat(told.poll(60, TimeUnit.SECONDS)).isIn("ABSENT", "UNAVAILABLE");
        }
    }

    @Test
    void sessionWithoutABusIsNoError() throws Exception {
        try (DBusTray tray = new DBusTray("unix:path=" + folder.resolve("none"), List.of(ICON), listener)) {
            tray.show(ENGLISH);
            tray.show(CHINESE);
        }
        assertThat(told).isEmpty();
    }
}
