package io.tetherkey.protocol.conformance;

import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.phone.screen.ScreenTexts;
import io.tetherkey.protocol.phone.virtual.CableState;
import io.tetherkey.protocol.phone.virtual.PhoneDisplay;
import io.tetherkey.protocol.phone.virtual.PhoneHands;
import io.tetherkey.protocol.phone.virtual.PhoneScript;
import io.tetherkey.protocol.phone.virtual.ScriptException;
import io.tetherkey.protocol.phone.virtual.ScriptRunner;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** The kit's own script at a virtual phone. */
final class ScriptHand implements PhoneDisplay, AutoCloseable {
    private static final ScreenTexts ENGLISH = new ScreenTexts(Locale.ENGLISH, ZoneOffset.UTC);

    private final ExecutorService hand =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    private Optional<ScriptRunner> runner = Optional.empty();

    /** Begins to act; the screens before are not seen. */
    synchronized void join(PhoneHands phone) throws ScriptException {
        PhoneScript script = PhoneScript.parse(ConformanceScript.text());
        runner = Optional.of(new ScriptRunner(script, phone, hand, time -> LockSupport.parkNanos(time.toNanos())));
    }

    @Override
    public synchronized void show(Screen screen) {
        runner.ifPresent(each -> each.screenShown(screen.text(ENGLISH)));
    }

    @Override
    public void cable(CableState state) {}

    @Override
    public void winked() {}

    @Override
    public void close() {
        hand.shutdownNow();
    }
}
