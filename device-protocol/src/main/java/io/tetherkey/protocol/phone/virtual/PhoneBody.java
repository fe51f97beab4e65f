package io.tetherkey.protocol.phone.virtual;

import io.tetherkey.protocol.frame.FrameDecoder;
import io.tetherkey.protocol.frame.FrameResult;
import io.tetherkey.protocol.link.LinkLimits;
import io.tetherkey.protocol.link.LinkLoss;
import io.tetherkey.protocol.link.PhoneEffect;
import io.tetherkey.protocol.link.PhoneEvent;
import io.tetherkey.protocol.link.PhoneLink;
import io.tetherkey.protocol.link.PhoneState;
import io.tetherkey.protocol.link.PhoneStep;
import io.tetherkey.protocol.link.RequestToken;
import io.tetherkey.protocol.message.LinkCodec;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.phone.EngineEffect;
import io.tetherkey.protocol.phone.EngineEvent;
import io.tetherkey.protocol.phone.InputSource;
import io.tetherkey.protocol.phone.PhoneEngine;
import io.tetherkey.protocol.phone.UserAction;
import io.tetherkey.protocol.phone.chip.SoftwareChip;
import io.tetherkey.protocol.phone.flash.FlashException;
import io.tetherkey.protocol.phone.flash.FlashInspection;
import io.tetherkey.protocol.phone.flash.FlashMedium;
import io.tetherkey.protocol.phone.flash.FlashReport;
import io.tetherkey.protocol.phone.flash.FlashStore;
import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportException;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Joins a phone's engine and its end of the link over one cable. Owned by one thread. If the flash fails the phone says
 * so and is deaf until its power is cut.
 */
final class PhoneBody {
    private static final Logger LOG = LoggerFactory.getLogger(PhoneBody.class);
    private static final String MODEL = "TetherKey phone";
    private static final long NANOS_IN_MILLI = 1_000_000;
    /** How often the engine is told the time, in milliseconds. */
    private static final long ENGINE_TICK = 250;

    private final FlashMedium medium;
    private final RandomSource random;
    private final Clock clock;
    private final PhoneDisplay display;

    private Optional<PhoneEngine> engine = Optional.empty();
    private Optional<Cable> cable = Optional.empty();
    private int lastChannel;
    private long engineTicked = millis();
    private boolean pulled;

    /** One plugged cable with what the link made of it so far. */
    private record Cable(Transport transport, FrameDecoder decoder, PhoneState state, long since) {
        Cable with(PhoneState next) {
            return new Cable(transport, decoder, next, since);
        }

        /** Somebody connected and says nothing that a computer says; others may not get in because of it. */
        boolean isIdleConnection(long now) {
            return transport.isConnection()
                    && state instanceof PhoneState.Listening
                    && now - since >= LinkLimits.LOST_AFTER;
        }
    }

    PhoneBody(FlashMedium medium, RandomSource random, Clock clock, PhoneDisplay display) {
        this.medium = medium;
        this.random = random;
        this.clock = clock;
        this.display = display;
    }

    /** Makes an engine out of what the flash holds; the person unlocks it at once. */
    void powerOn() throws FlashException {
        FlashStore flash = FlashStore.open(medium);
        PhoneEngine started = new PhoneEngine(flash, new SoftwareChip(flash, random), random, clock.instant());
        engine = Optional.of(started);
        display.switchedOn();
        carryOut(started.start());
        carryOut(started.next(new EngineEvent.UserActed(new UserAction.Unlock())));
        display.cable(free());
    }

    /** Forgets everything that is not in the flash and starts again. */
    void powerCut() {
        LOG.info("Power cut");
        engine = Optional.empty();
        dropCable();
        try {
            powerOn();
        } catch (FlashException e) {
            failed(e);
        }
    }

    void connected(Transport transport) {
        dropCable();
        cable = Optional.of(new Cable(transport, new FrameDecoder(), PhoneLink.start(MODEL, lastChannel), millis()));
    }

    void arrived(Transport transport, byte[] bytes) {
        if (cable.filter(current -> current.transport() == transport).isPresent()) {
            for (FrameResult result : cable.get().decoder().feed(bytes, bytes.length)) {
                linkEvent(new PhoneEvent.Arrived(result, millis()));
            }
        }
    }

    void disconnected(Transport transport) {
        if (cable.filter(current -> current.transport() == transport).isPresent()) {
            linkEvent(new PhoneEvent.Unplugged(millis()));
            dropCable();
            display.cable(free());
        }
    }

    void plugged() {
        pulled = false;
        display.cable(cable.isPresent() ? CableState.LINKED : CableState.PLUGGED);
    }

    void unplugged() {
        pulled = true;
        linkEvent(new PhoneEvent.Unplugged(millis()));
        dropCable();
        engineEvent(new EngineEvent.InputDevicesGone());
        display.cable(CableState.UNPLUGGED);
    }

    void switchedOff() {
        linkEvent(new PhoneEvent.Closing(millis()));
        dropCable();
    }

    /** @param change that one is there, or that none is */
    void inputDevice(EngineEvent change) {
        engineEvent(change);
    }

    void acted(UserAction action, InputSource source) {
        engineEvent(new EngineEvent.UserActed(action, source));
    }

    void inspect(Consumer<FlashReport> seen) {
        try {
            seen.accept(FlashInspection.of(medium));
        } catch (IOException e) {
            LOG.warn("The flash cannot be inspected", e);
        }
    }

    void damageOneCopy() {
        try {
            FlashInspection.damageOneCopy(medium);
        } catch (IOException e) {
            LOG.warn("The flash cannot be damaged", e);
        }
    }

    /** Erases everything but what the phone was made with, and starts it again. */
    void startAsNew() {
        LOG.info("Starts as a new phone");
        engine = Optional.empty();
        dropCable();
        try {
            FlashStore.open(medium).startAsNew();
            powerOn();
        } catch (FlashException e) {
            failed(e);
        }
    }

    /** Whether nothing is due so soon that it needs more than two looks a second: no cable, or a link at rest. */
    boolean rests() {
        return cable.map(current -> current.state() instanceof PhoneState.Idle).orElse(true);
    }

    /** Time went on: for the link, and less often for the engine, which counts seconds. */
    void tick() {
        if (millis() - engineTicked >= ENGINE_TICK) {
            engineTicked = millis();
            engineEvent(new EngineEvent.Tick(clock.instant()));
        }
        linkEvent(new PhoneEvent.Tick(millis()));
        if (cable.filter(current -> current.isIdleConnection(millis())).isPresent()) {
            LOG.debug("A connection without a greeting is dropped");
            dropCable();
        }
    }

    private void linkEvent(PhoneEvent event) {
        if (cable.isEmpty()) {
            return;
        }
        PhoneStep step = PhoneLink.next(cable.get().state(), event);
        cable = Optional.of(cable.get().with(step.state()));
        for (PhoneEffect effect : step.effects()) {
            carryOut(effect);
        }
    }

    private void carryOut(PhoneEffect effect) {
        switch (effect) {
            case PhoneEffect.Send(byte[] wire) -> send(wire);
            case PhoneEffect.Opened(int channel) -> {
                lastChannel = channel;
                engineEvent(new EngineEvent.LinkOpened());
                display.cable(CableState.LINKED);
            }
            case PhoneEffect.RequestArrived(RequestToken token, byte[] message) -> request(token, message);
            case PhoneEffect.CancelArrived(RequestToken token) -> engineEvent(new EngineEvent.RequestCancelled(token));
            case PhoneEffect.Down(LinkLoss why) -> {
                LOG.debug("Link down: {}", why);
                engineEvent(new EngineEvent.LinkClosed());
                display.cable(free());
                hangUp(why);
            }
        }
    }

    /** A link that the computer gave up is over for its cable too. */
    private void hangUp(LinkLoss why) {
        if (why == LinkLoss.SILENT || why == LinkLoss.UNACKNOWLEDGED || why == LinkLoss.BYE) {
            dropCable();
        }
    }

    private void request(RequestToken token, byte[] message) {
        try {
            if (LinkCodec.decode(message) instanceof LinkRequest request) {
                LOG.debug("Request {}, {} bytes", request.getClass().getSimpleName(), message.length);
                engineEvent(new EngineEvent.RequestReceived(token, request));
            } else {
                linkEvent(new PhoneEvent.Refused(token, StatusCode.BAD_MESSAGE, millis()));
            }
        } catch (ProtocolException e) {
            LOG.info("Request refused: {}", e.getMessage());
            linkEvent(new PhoneEvent.Refused(token, e.status(), millis()));
        }
    }

    private void engineEvent(EngineEvent event) {
        if (engine.isEmpty()) {
            return;
        }
        try {
            carryOut(engine.get().next(event));
        } catch (FlashException e) {
            failed(e);
        }
    }

    private void carryOut(List<EngineEffect> effects) {
        for (EngineEffect effect : effects) {
            switch (effect) {
                case EngineEffect.Reply(RequestToken token, LinkReply reply) ->
                    linkEvent(new PhoneEvent.Answered(token, LinkCodec.encode(reply), millis()));
                case EngineEffect.Status(RequestToken token, PhoneStatus status) ->
                    linkEvent(new PhoneEvent.StatusChanged(token, status.encode(), millis()));
                case EngineEffect.LockChanged(PhoneStatus status) ->
                    linkEvent(new PhoneEvent.News(status.encode(), millis()));
                case EngineEffect.ScreenChanged(Screen screen) -> display.show(screen);
                case EngineEffect.Winked() -> display.winked();
                case EngineEffect.ForeignInput() -> display.foreignInput();
            }
        }
    }

    /** How the cable is while no computer talks to the phone. */
    private CableState free() {
        return pulled ? CableState.UNPLUGGED : CableState.PLUGGED;
    }

    private void send(byte[] wire) {
        try {
            if (cable.isPresent()) {
                cable.get().transport().write(wire);
            }
        } catch (TransportException pulled) {
            LOG.debug("The cable ended while writing", pulled);
        }
    }

    private void failed(FlashException e) {
        LOG.error("The flash failed; the phone stops answering", e);
        engine = Optional.empty();
        dropCable();
        display.show(new Screen.StorageFailed());
    }

    private void dropCable() {
        cable.ifPresent(current -> current.transport().close());
        cable = Optional.empty();
    }

    private static long millis() {
        return System.nanoTime() / NANOS_IN_MILLI;
    }
}
