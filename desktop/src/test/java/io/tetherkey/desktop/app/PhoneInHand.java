package io.tetherkey.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tetherkey.protocol.host.PhoneAddress;
import io.tetherkey.protocol.phone.UserAction;
import io.tetherkey.protocol.phone.flash.FileFlashMedium;
import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.phone.virtual.CableState;
import io.tetherkey.protocol.phone.virtual.PhoneDisplay;
import io.tetherkey.protocol.phone.virtual.PhoneServer;
import io.tetherkey.protocol.phone.virtual.pty.PtyPhonePort;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.transport.TransportListener;
import io.tetherkey.protocol.transport.tcp.TcpPhonePort;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The virtual phone with a person: each method waits for its screen as a person would, and then acts. */
final class PhoneInHand implements PhoneDisplay, AutoCloseable {

    private final PhoneAddress address;
    private final PhoneServer server;
    private volatile Screen screen = new Screen.Locked();

    private PhoneInHand(TransportListener port, PhoneAddress address, Path flash) throws Exception {
        this.address = address;
        this.server = new PhoneServer(port, new FileFlashMedium(flash), RandomSource.secure(), Clock.systemUTC(), this);
        server.start();
    }

    static PhoneInHand switchOn(Path flash) throws Exception {
        TcpPhonePort port = TcpPhonePort.listen(0);
        return new PhoneInHand(port, PhoneAddress.tcp("127.0.0.1", port.port()), flash);
    }

    /** A phone on a serial line, which is found at the link. */
    static PhoneInHand onALine(Path flash, Path link) throws Exception {
        return new PhoneInHand(
                PtyPhonePort.listen(link), new PhoneAddress(PhoneAddress.Kind.SERIAL, link.toString()), flash);
    }

    PhoneAddress address() {
        return address;
    }

    Screen screen() {
        return screen;
    }

    void enterKey(String digits) {
        await().atMost(Duration.ofSeconds(60)).until(() -> screen instanceof Screen.EnterPaymentKey);
        server.act(new UserAction.DigitsTyped(digits.toCharArray()));
    }

    /** Types the activation code of a letter. */
    void enterActivationCode(String code) {
        await().atMost(Duration.ofSeconds(60)).until(() -> screen instanceof Screen.EnterActivationCode);
        server.act(new UserAction.DigitsTyped(code.toCharArray()));
    }

    /** Chooses a payment key: types it twice. */
    void choosePaymentKey(String digits) {
        for (var entry : List.of(Screen.KeyEntry.FIRST, Screen.KeyEntry.REPEAT)) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> screen instanceof Screen.ChoosePaymentKey asks && asks.entry() == entry);
            server.act(new UserAction.DigitsTyped(digits.toCharArray()));
        }
    }

    void trustComputer() {
        await().atMost(Duration.ofSeconds(60)).until(() -> screen instanceof Screen.TrustComputer);
        server.act(new UserAction.Approve());
    }

    void confirmRenewal() {
        await().atMost(Duration.ofSeconds(60)).until(() -> screen instanceof Screen.ConfirmRenewal);
        server.act(new UserAction.Approve());
    }

    void confirmDeletion() {
        await().atMost(Duration.ofSeconds(60)).until(() -> screen instanceof Screen.ConfirmDeletion);
        server.act(new UserAction.Approve());
    }

    /** Waits until the phone asks again after a wrong payment key, and tells how many tries it says are left. */
    int attemptsLeftAfterWrongKey() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> screen instanceof Screen.EnterPaymentKey asks && asks.lastWasWrong());
        return ((Screen.EnterPaymentKey) screen).attemptsLeft();
    }

    Screen.ApprovePayment approvalAsked() {
        await().atMost(Duration.ofSeconds(60)).until(() -> screen instanceof Screen.ApprovePayment);
        return (Screen.ApprovePayment) screen;
    }

    void approve() {
        assertThat(approvalAsked()).isNotNull();
        server.act(new UserAction.EndReached());
        server.act(new UserAction.Approve());
    }

    void decline() {
        assertThat(approvalAsked()).isNotNull();
        server.act(new UserAction.Decline());
    }

    void lock() {
        server.act(new UserAction.Lock());
    }

    void unlock() {
        server.act(new UserAction.Unlock());
    }

    /** Reads what is on the screen away and cancels what waits. */
    void tidy() {
        server.act(new UserAction.Cancel());
        server.act(new UserAction.Ok());
        server.act(new UserAction.Unlock());
        server.plug();
    }

    void unplug() {
        server.unplug();
    }

    void plug() {
        server.plug();
    }

    @Override
    public void show(Screen shown) {
        screen = shown;
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
        server.close();
    }
}
