package io.tetherkey.desktop.kit;

import io.tetherkey.desktop.app.Desktop;
import io.tetherkey.desktop.app.FxTaskRunner;
import io.tetherkey.desktop.app.Profile;
import io.tetherkey.desktop.app.WindowShot;
import io.tetherkey.desktop.app.WindowStage;
import io.tetherkey.desktop.phone.Roads;
import io.tetherkey.desktop.ui.Language;
import io.tetherkey.desktop.ui.window.Page;
import io.tetherkey.desktop.ui.window.WindowViewModel;
import io.tetherkey.protocol.host.PhoneAddress;
import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;

/**
 * The real window with all that is behind it, used as a person uses it: it is read by what is shown, and worked by its
 * keyboard.
 *
 * <p>Nodes are named by their fx:id, as in {@code #pay}. What acts waits until it can; what expects waits until it is
 * so, and otherwise fails with all that the window shows. Called from the test's thread.
 */
public final class WindowOnTest implements AutoCloseable {

    private static final Path SHOTS = Path.of("target", "screenshots", "live");

    private final Path profile;
    private final List<PhoneInHand> phones = new CopyOnWriteArrayList<>();
    private final List<URI> openedPages = new CopyOnWriteArrayList<>();
    private @Nullable Opened opened;

    private record Opened(Desktop desktop, WindowStage stage) {}

    private WindowOnTest(Path profile, PhoneInHand phone) {
        this.profile = profile;
        phones.add(phone);
    }

    /** Opens the window of this profile, in English, with that phone and no other. */
    static WindowOnTest open(Path profile, PhoneInHand phone) {
        FxThread.start();
        var window = new WindowOnTest(profile, phone);
        window.open();
        window.act(() -> window.model().languageProperty().set(Language.ENGLISH));
        return window;
    }

    /** Opens it again after {@link #close()}, as a new start of the app does. */
    public void open() {
        opened = FxThread.see(() -> {
            var desktop = new Desktop(
                    new Profile(profile),
                    Roads.only(() -> phones.stream().map(PhoneInHand::address).toList(), this::reach),
                    openedPages::add,
                    new FxTaskRunner(),
                    Clock.systemUTC());
            var stage = new WindowStage(new Stage(), desktop.window());
            stage.show();
            desktop.start();
            return new Opened(desktop, stage);
        });
    }

    private Transport reach(PhoneAddress address) throws TransportException {
        PhoneInHand meant = phones.stream()
                .filter(one -> one.address().equals(address))
                .findFirst()
                .orElseThrow();
        return meant.opener().open(address);
    }

    /** Plugs another phone in beside those that are there. */
    public void alsoPlug(PhoneInHand another) {
        phones.add(another);
    }

    /** Closes the window and ends the app behind it. */
    @Override
    public void close() {
        Opened closing = opened;
        if (closing != null) {
            opened = null;
            FxThread.act(() -> closing.stage().scene().getWindow().hide());
            closing.desktop().close();
        }
    }

    /** The pages that the app has opened in the user's browser; no browser starts. */
    public List<URI> openedPages() {
        return List.copyOf(openedPages);
    }

    /** Hands a link over, as the browser does. */
    public void openLink(String link) {
        act(() -> desktop().open(link));
    }

    /** Opens an order of the shop, and waits until the window asks how to pay it. */
    public void open(DemoSite.Placed order) {
        openLink(order.link());
        expectShown("#pay");
    }

    /** Chooses the bank to pay with. */
    public void chooseBank(String bankId) {
        press("#choice-" + bankId);
    }

    /** Types both and presses the button that pays. */
    public void logIn(String user, String password) {
        write("#user", user);
        write("#password", password);
        press("#pay");
    }

    /** Opens a page with its button in the navigation. */
    public void turnTo(Page page) {
        if (see(() -> model().pageProperty().get() != page)) {
            press("#page-" + page.name().toLowerCase(Locale.ROOT));
        }
        until("the page " + page, () -> model().pageProperty().get() == page);
    }

    /** Goes to a button by the keyboard and presses it there, as soon as it is shown and enabled. */
    public void press(String id) {
        until(
                id + " to be there to be pressed",
                () -> enabled(id, ButtonBase.class)
                        .map(button -> {
                            button.requestFocus();
                            key(button, KeyEvent.KEY_PRESSED, KeyCode.SPACE);
                            key(button, KeyEvent.KEY_RELEASED, KeyCode.SPACE);
                            return button;
                        })
                        .isPresent());
    }

    /** Writes into a field in place of what is there, as soon as it is shown and enabled. */
    public void write(String id, String text) {
        until(
                id + " to be there to be written",
                () -> enabled(id, TextInputControl.class)
                        .map(field -> {
                            field.requestFocus();
                            field.clear();
                            text.codePoints()
                                    .mapToObj(Character::toString)
                                    .forEach(sign -> field.fireEvent(new KeyEvent(
                                            KeyEvent.KEY_TYPED,
                                            sign,
                                            "",
                                            KeyCode.UNDEFINED,
                                            false,
                                            false,
                                            false,
                                            false)));
                            return field;
                        })
                        .isPresent());
    }

    /** Presses a key with Ctrl, wherever the focus is. */
    public void pressCtrl(KeyCode code) {
        act(() -> scene().getRoot()
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, true, false, false)));
    }

    private static void key(Node node, javafx.event.EventType<KeyEvent> type, KeyCode code) {
        node.fireEvent(new KeyEvent(type, "", "", code, false, false, false, false));
    }

    /** A control without a skin has not been painted yet, and would hear nothing. */
    private <N extends Control> Optional<N> enabled(String id, Class<N> kind) {
        return Scenes.find(root(), id)
                .filter(node -> !node.isDisabled() && node.isFocusTraversable())
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(control -> control.getSkin() != null);
    }

    /** Clicks with the mouse, once it is shown. */
    public void click(String id) {
        expectShown(id);
        new FxRobot().clickOn(FxThread.see(() -> Scenes.find(root(), id).orElseThrow()));
    }

    /** Types with the robot's keyboard where the focus is. */
    public void typeAtFocus(String text) {
        new FxRobot().write(text);
    }

    /** What is read there now; empty where nothing is shown. */
    public String text(String id) {
        return FxThread.see(() -> read(id));
    }

    private String read(String id) {
        return Scenes.find(root(), id).map(Scenes::read).orElse("");
    }

    /** Whether it is shown now. */
    public boolean shows(String id) {
        return FxThread.see(() -> Scenes.find(root(), id).isPresent());
    }

    /** Everything that is read in the window now. */
    public List<String> texts() {
        return FxThread.see(() -> Scenes.texts(root()));
    }

    /** Waits until exactly this is read there. */
    public void expect(String id, String words) {
        expect(id, "“" + words + "”", words::equals);
    }

    /** Waits until what is read there begins like this. */
    public void expectStart(String id, String words) {
        expect(id, "“" + words + "…”", read -> read.startsWith(words));
    }

    /** Waits until this is a part of what is read there. */
    public void expectPart(String id, String words) {
        expect(id, "“…" + words + "…”", read -> read.contains(words));
    }

    private void expect(String id, String wanted, Predicate<String> right) {
        Until.holds(
                id + " to say " + wanted,
                () -> right.test(text(id)),
                () -> "it says “" + text(id) + "”, and the window:\n" + String.join("\n", texts()));
    }

    public void expectShown(String id) {
        until(id + " to be shown", () -> Scenes.find(root(), id).isPresent());
    }

    public void expectGone(String id) {
        until(id + " to be gone", () -> Scenes.find(root(), id).isEmpty());
    }

    /** Waits for a state of the model, or of anything else that is asked on the UI thread. */
    public void until(String wanted, Callable<Boolean> state) {
        Until.holds(wanted, () -> FxThread.see(state), () -> "the window shows:\n" + String.join("\n", texts()));
    }

    /** Asks something on the UI thread. */
    public <T> T see(Callable<T> question) {
        return FxThread.see(question);
    }

    /** Does something on the UI thread. */
    public void act(Runnable work) {
        FxThread.act(work);
    }

    /** Writes a picture to {@code target/screenshots/live/NAME.png}. */
    public void shot(String name) {
        shot(SHOTS.resolve(name + ".png"));
    }

    void shot(Path file) {
        FxThread.see(() -> {
            WindowShot.write(scene(), file);
            return file;
        });
    }

    /** The models of the window, for what cannot be read or pressed; used on the UI thread. */
    public WindowViewModel model() {
        return desktop().window();
    }

    /** The app behind the window. */
    public Desktop desktop() {
        return now().desktop();
    }

    public Scene scene() {
        return now().stage().scene();
    }

    private Parent root() {
        return scene().getRoot();
    }

    private Opened now() {
        Opened now = opened;
        if (now == null) {
            throw new AssertionError("the window is closed");
        }
        return now;
    }

    boolean isOpen() {
        return opened != null;
    }
}
