package io.tetherkey.protocol.phone.virtual;

import io.tetherkey.protocol.phone.EngineEvent;
import io.tetherkey.protocol.phone.InputSource;
import io.tetherkey.protocol.phone.UserAction;
import io.tetherkey.protocol.phone.flash.FlashException;
import io.tetherkey.protocol.phone.flash.FlashMedium;
import io.tetherkey.protocol.phone.flash.FlashReport;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.transport.PatientTransport;
import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportListener;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A virtual phone that runs: one virtual thread owns the {@link PhoneBody} with its engine and link; a second one waits
 * for computers and reads what they send. Everyone else leaves a {@link PhoneInput}.
 */
public final class PhoneServer implements PhoneHands, PhoneBench, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PhoneServer.class);
    private static final Duration READ_FOR = Duration.ofMillis(500);
    private static final long TICK_MILLIS = 50;
    /** A phone at rest is to cost next to nothing. */
    private static final long REST_MILLIS = 500;

    private static final int BUFFER = 16_384;

    private final TransportListener port;
    private final PhoneBody body;
    private final BlockingQueue<PhoneInput> inputs = new LinkedBlockingQueue<>();
    private final Thread owner = Thread.ofVirtual().name("phone").unstarted(this::run);
    private final Thread reader = Thread.ofVirtual().name("phone-cable").unstarted(this::readCables);

    /**
     * @param port where computers plug in; the phone closes it when it stops
     * @param medium the phone's flash
     */
    public PhoneServer(
            TransportListener port, FlashMedium medium, RandomSource random, Clock clock, PhoneDisplay display) {
        this.port = port;
        this.body = new PhoneBody(medium, random, clock, display);
    }

    /**
     * Switches the phone on.
     *
     * @throws FlashException if its flash cannot be read; nothing was started then
     */
    public void start() throws FlashException {
        body.powerOn();
        owner.start();
        reader.start();
    }

    @Override
    public void act(UserAction action) {
        inputs.add(new PhoneInput.Acted(action, InputSource.OWN_GLASS));
    }

    @Override
    public void pressFromOutside(UserAction action) {
        inputs.add(new PhoneInput.Acted(action, InputSource.EXTERNAL_DEVICE));
    }

    @Override
    public void attachInputDevice() {
        inputs.add(new PhoneInput.AttachInputDevice());
    }

    @Override
    public void removeInputDevice() {
        inputs.add(new PhoneInput.RemoveInputDevice());
    }

    @Override
    public void inspect(Consumer<FlashReport> seen) {
        inputs.add(new PhoneInput.Inspect(seen));
    }

    @Override
    public void damageOneCopy() {
        inputs.add(new PhoneInput.DamageOneCopy());
    }

    @Override
    public void startAsNew() {
        inputs.add(new PhoneInput.StartAsNew());
    }

    @Override
    public void unplug() {
        inputs.add(new PhoneInput.Unplug());
    }

    @Override
    public void plug() {
        inputs.add(new PhoneInput.Plug());
    }

    @Override
    public void powerCut() {
        inputs.add(new PhoneInput.PowerCut());
    }

    /** Switches the phone off and waits until its threads are gone. */
    @Override
    public void close() {
        inputs.add(new PhoneInput.Stop());
        try {
            owner.join();
            port.close();
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        boolean on = true;
        try {
            while (on) {
                PhoneInput input = inputs.poll(body.rests() ? REST_MILLIS : TICK_MILLIS, TimeUnit.MILLISECONDS);
                on = input == null || handled(input);
                body.tick();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether the phone stays on */
    private boolean handled(PhoneInput input) {
        switch (input) {
            case PhoneInput.Connected(Transport transport) -> body.connected(transport);
            case PhoneInput.Arrived(Transport transport, byte[] bytes) -> body.arrived(transport, bytes);
            case PhoneInput.Disconnected(Transport transport) -> body.disconnected(transport);
            case PhoneInput.Acted(UserAction action, InputSource source) -> body.acted(action, source);
            case PhoneInput.AttachInputDevice() -> body.inputDevice(new EngineEvent.InputDeviceAttached());
            case PhoneInput.RemoveInputDevice() -> body.inputDevice(new EngineEvent.InputDevicesGone());
            case PhoneInput.Inspect(Consumer<FlashReport> seen) -> body.inspect(seen);
            case PhoneInput.DamageOneCopy() -> body.damageOneCopy();
            case PhoneInput.StartAsNew() -> body.startAsNew();
            case PhoneInput.Unplug() -> {
                port.unplug();
                body.unplugged();
            }
            case PhoneInput.Plug() -> {
                port.plug();
                body.plugged();
            }
            case PhoneInput.PowerCut() -> body.powerCut();
            case PhoneInput.Stop() -> {
                body.switchedOff();
                return false;
            }
        }
        return true;
    }

    private void readCables() {
        byte[] buffer = new byte[BUFFER];
        @Nullable Transport cable = null;
        while (true) {
            try {
                if (cable == null) {
                    Optional<Transport> accepted = port.accept(READ_FOR).map(PatientTransport::new);
                    cable = accepted.orElse(null);
                    accepted.ifPresent(transport -> inputs.add(new PhoneInput.Connected(transport)));
                } else {
                    cable = readOnce(cable, buffer);
                }
            } catch (TransportException portClosed) {
                LOG.debug("The phone's socket is closed", portClosed);
                return;
            }
        }
    }

    /** @return the cable, or null when it ended */
    private @Nullable Transport readOnce(Transport cable, byte[] buffer) {
        try {
            int length = cable.read(buffer, READ_FOR);
            if (length >= 0) {
                if (length > 0) {
                    inputs.add(new PhoneInput.Arrived(cable, Arrays.copyOf(buffer, length)));
                }
                return cable;
            }
        } catch (TransportException pulled) {
            LOG.debug("The cable ended", pulled);
        }
        inputs.add(new PhoneInput.Disconnected(cable));
        return null;
    }
}
