package io.tetherkey.desktop.kit;

import io.tetherkey.protocol.host.PhoneAddress;
import io.tetherkey.protocol.host.StandardTransports;
import io.tetherkey.protocol.host.TransportOpener;
import io.tetherkey.protocol.phone.FlashProvisioning;
import io.tetherkey.protocol.phone.UserAction;
import io.tetherkey.protocol.phone.flash.FileFlashMedium;
import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.phone.screen.ScreenTexts;
import io.tetherkey.protocol.phone.virtual.CableState;
import io.tetherkey.protocol.phone.virtual.PhoneDisplay;
import io.tetherkey.protocol.phone.virtual.PhoneScript;
import io.tetherkey.protocol.phone.virtual.PhoneServer;
import io.tetherkey.protocol.phone.virtual.ScriptException;
import io.tetherkey.protocol.phone.virtual.ScriptRunner;
import io.tetherkey.protocol.phone.virtual.pty.PtyPhonePort;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.transport.TransportListener;
import io.tetherkey.protocol.transport.memory.MemoryPhonePort;
import io.tetherkey.protocol.transport.tcp.TcpPhonePort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The virtual phone with a person: each method waits for its screen as a person would, and then acts.
 *
 * <p>Needs no toolkit. {@link #follow(String)} puts a script in the person's place.
 */
public final class PhoneInHand implements PhoneDisplay, AutoCloseable {

    private static final ScreenTexts WORDS = new ScreenTexts(Locale.ENGLISH, ZoneOffset.UTC);

    private static final List<Class<? extends Screen>> CONFIRMATIONS = List.of(
            Screen.ApprovePayment.class,
            Screen.TrustComputer.class,
            Screen.ConfirmRenewal.class,
            Screen.ConfirmDeletion.class);

    private final PhoneAddress address;
    private final TransportOpener opener;
    private final PhoneServer server;
    private final ExecutorService scriptsHand =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("script").factory());
    private volatile Screen screen = new Screen.Locked();
    private volatile @Nullable ScriptRunner script;

    private PhoneInHand(TransportListener port, PhoneAddress address, TransportOpener opener, Path flash)
            throws Exception {
        this.address = address;
        this.opener = opener;
        this.server = new PhoneServer(port, new FileFlashMedium(flash), RandomSource.secure(), Clock.systemUTC(), this);
        server.start();
    }

    /** A phone on TCP, locked, with what the flash holds. */
    public static PhoneInHand switchOn(Path flash) throws Exception {
        TcpPhonePort port = TcpPhonePort.listen(0);
        return new PhoneInHand(port, PhoneAddress.tcp("127.0.0.1", port.port()), new StandardTransports(), flash);
    }

    /** A phone on a serial line, which is found at the link. */
    public static PhoneInHand onALine(Path flash, Path link) throws Exception {
        return new PhoneInHand(
                PtyPhonePort.listen(link),
                new PhoneAddress(PhoneAddress.Kind.SERIAL, link.toString()),
                new StandardTransports(),
                flash);
    }

    /** A phone in this process. */
    public static PhoneInHand inMemory(Path flash) throws Exception {
        var port = new MemoryPhonePort();
        return new PhoneInHand(
                port, new PhoneAddress(PhoneAddress.Kind.MEMORY, "phone"), asked -> port.connect(), flash);
    }

    /** Makes the flash of a phone as it is bought: no bank, no trusted computer. */
    public static void makeEmpty(Path flash, Path profile) throws Exception {
        FlashProvisioning.open(flash, RandomSource.secure(), Clock.systemUTC())
                .pinDirectoryRoot(Files.readAllBytes(profile.resolve("directory-root.der")));
    }

    public PhoneAddress address() {
        return address;
    }

    /** What reaches this phone at its address. */
    public TransportOpener opener() {
        return opener;
    }

    public Screen screen() {
        return screen;
    }

    /** What a person reads on the screen now, in English. */
    public String text() {
        return screen.text(WORDS);
    }

    /** Waits for such a screen. */
    public <S extends Screen> S expect(Class<S> kind) {
        return expect(kind, any -> true);
    }

    /** Waits for such a screen of which {@code right} holds. */
    public <S extends Screen> S expect(Class<S> kind, Predicate<S> right) {
        Until.holds(
                "the phone to show " + kind.getSimpleName(),
                () -> kind.isInstance(screen) && right.test(kind.cast(screen)),
                () -> "it shows " + screen.getClass().getSimpleName() + ": " + text());
        return kind.cast(screen);
    }

    /** Waits until the phone asks for the payment key, and types it. */
    public void enterKey(String digits) {
        expect(Screen.EnterPaymentKey.class);
        type(digits);
    }

    /** Types the activation code of a letter when the phone asks for it. */
    public void enterActivationCode(String code) {
        expect(Screen.EnterActivationCode.class);
        type(code);
    }

    /** Chooses a payment key: types it twice. */
    public void choosePaymentKey(String digits) {
        for (var entry : List.of(Screen.KeyEntry.FIRST, Screen.KeyEntry.REPEAT)) {
            expect(Screen.ChoosePaymentKey.class, asks -> asks.entry() == entry);
            type(digits);
        }
    }

    private void type(String digits) {
        server.act(new UserAction.DigitsTyped(digits.toCharArray()));
    }

    public void trustComputer() {
        expect(Screen.TrustComputer.class);
        server.act(new UserAction.Approve());
    }

    public void confirmRenewal() {
        expect(Screen.ConfirmRenewal.class);
        server.act(new UserAction.Approve());
    }

    public void confirmDeletion() {
        expect(Screen.ConfirmDeletion.class);
        server.act(new UserAction.Approve());
    }

    /** Waits until the phone asks again after a wrong payment key, and tells how many tries it says are left. */
    public int attemptsLeftAfterWrongKey() {
        return expect(Screen.EnterPaymentKey.class, Screen.EnterPaymentKey::lastWasWrong)
                .attemptsLeft();
    }

    /** Waits until the phone asks to approve a payment, and reads it. */
    public Screen.ApprovePayment approvalAsked() {
        return expect(Screen.ApprovePayment.class);
    }

    /** Reads the payment to its end and approves it. */
    public void approve() {
        approvalAsked();
        server.act(new UserAction.EndReached());
        server.act(new UserAction.Approve());
    }

    /** Declines whatever the phone asks to be confirmed, once it asks. */
    public void decline() {
        Until.holds(
                "the phone to ask",
                () -> CONFIRMATIONS.stream().anyMatch(kind -> kind.isInstance(screen)),
                () -> "it shows " + text());
        server.act(new UserAction.Decline());
    }

    /** Presses cancel on what is shown now. */
    public void cancel() {
        server.act(new UserAction.Cancel());
    }

    public void lock() {
        server.act(new UserAction.Lock());
    }

    public void unlock() {
        server.act(new UserAction.Unlock());
    }

    /** Reads what is on the screen away, cancels what waits, unlocks, and puts the cable in. */
    public void tidy() {
        server.act(new UserAction.Cancel());
        server.act(new UserAction.Ok());
        server.act(new UserAction.Unlock());
        server.plug();
    }

    /** Pulls the cable. */
    public void unplug() {
        server.unplug();
    }

    public void plug() {
        server.plug();
    }

    /** Takes the power away and gives it back: only what is in the flash is left. */
    public void powerCut() {
        server.powerCut();
    }

    /**
     * From now on the phone acts by itself, for the screen that is shown now and for all that come.
     *
     * @param lines as for {@code tetherkey phone --script}; {@link PhoneScript#demoText()} pays
     */
    public void follow(String... lines) {
        try {
            var runner = new ScriptRunner(
                    PhoneScript.parse(String.join("\n", lines)),
                    server,
                    scriptsHand,
                    time -> LockSupport.parkNanos(time.toNanos()));
            script = runner;
            runner.screenShown(text());
        } catch (ScriptException e) {
            throw new AssertionError("not a script: " + Arrays.toString(lines), e);
        }
    }

    @Override
    public void show(Screen shown) {
        screen = shown;
        ScriptRunner runner = script;
        if (runner != null) {
            runner.screenShown(shown.text(WORDS));
        }
    }

    @Override
    public void cable(CableState state) {
        // Seen by the desktop; the screen is what the person looks at.
    }

    @Override
    public void winked() {
        // Nobody to wink at.
    }

    @Override
    public void close() {
        scriptsHand.shutdownNow();
        server.close();
    }
}
