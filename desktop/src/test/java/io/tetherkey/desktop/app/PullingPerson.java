package io.tetherkey.desktop.app;

import io.tetherkey.desktop.kit.DemoSite;
import io.tetherkey.protocol.phone.UserAction;
import io.tetherkey.protocol.phone.flash.FileFlashMedium;
import io.tetherkey.protocol.phone.flash.FlashException;
import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.phone.virtual.CableState;
import io.tetherkey.protocol.phone.virtual.PhoneDisplay;
import io.tetherkey.protocol.phone.virtual.PhoneServer;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.transport.TransportListener;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A virtual phone and its owner, who trusts the computer once it says that it waits for that, types the payment key and approves, and pulls the cable and
 * puts it in again when a payment reaches one of the given steps, once at each. May be told of steps by any thread.
 */
final class PullingPerson implements PhoneDisplay, AutoCloseable {
    private final PhoneServer server;
    private final List<Screen> shown = new CopyOnWriteArrayList<>();
    private final Set<PaymentStep> seen = EnumSet.noneOf(PaymentStep.class);
    private final Set<PaymentStep> toPull = EnumSet.noneOf(PaymentStep.class);

    PullingPerson(TransportListener port, Path flash) throws FlashException {
        this.server = new PhoneServer(port, new FileFlashMedium(flash), RandomSource.secure(), Clock.systemUTC(), this);
        server.start();
        server.act(new UserAction.Unlock());
    }

    /** Before a payment: when to pull the cable. */
    synchronized void pullAt(Set<PaymentStep> steps) {
        seen.clear();
        toPull.clear();
        toPull.addAll(steps);
        shown.clear();
        server.act(new UserAction.Ok());
    }

    /** Pulls the cable. */
    void pull() {
        server.unplug();
    }

    /** Puts the cable in again. */
    void putIn() {
        server.plug();
    }

    /** The payment has come to this step. */
    synchronized void reached(PaymentStep step) {
        seen.add(step);
        if (toPull.remove(step)) {
            pull();
            putIn();
        }
        if (step == PaymentStep.TRUST_IS_AWAITED) {
            server.act(new UserAction.Approve());
        }
    }

    /** The steps that the payment has come to. */
    synchronized Set<PaymentStep> seen() {
        return EnumSet.copyOf(seen);
    }

    /** How often the phone turned to such a screen. */
    long prompts(Class<? extends Screen> kind) {
        long turns = 0;
        boolean before = false;
        for (Screen screen : shown) {
            boolean now = kind.isInstance(screen);
            turns += now && !before ? 1 : 0;
            before = now;
        }
        return turns;
    }

    /** How many tries the phone said are left when it asked for the payment key. */
    List<Integer> attemptsLeft() {
        return shown.stream()
                .filter(Screen.EnterPaymentKey.class::isInstance)
                .map(screen -> ((Screen.EnterPaymentKey) screen).attemptsLeft())
                .distinct()
                .toList();
    }

    /** On the phone's own thread; what the owner does is carried out after this returns. */
    @Override
    public void show(Screen screen) {
        shown.add(screen);
        PaymentStep.of(screen).ifPresent(this::reached);
        switch (screen) {
            case Screen.EnterPaymentKey ignored ->
                server.act(new UserAction.DigitsTyped(DemoSite.PAYMENT_KEY.toCharArray()));
            case Screen.ApprovePayment ignored -> {
                server.act(new UserAction.EndReached());
                server.act(new UserAction.Approve());
            }
            default -> {}
        }
    }

    @Override
    public void cable(CableState state) {
        // The computer tells what it sees of the cable.
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
