package io.tetherkey.protocol.conformance.broken;

import io.tetherkey.protocol.frame.FrameCodec;
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
import io.tetherkey.protocol.phone.PhoneEngine;
import io.tetherkey.protocol.phone.UserAction;
import io.tetherkey.protocol.phone.chip.SoftwareChip;
import io.tetherkey.protocol.phone.flash.FlashException;
import io.tetherkey.protocol.phone.flash.FlashMedium;
import io.tetherkey.protocol.phone.flash.FlashStore;
import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.phone.virtual.PhoneDisplay;
import io.tetherkey.protocol.phone.virtual.PhoneHands;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.memory.MemoryPhonePort;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;

/** The real link and engine on one thread, with a mutation at each seam between them. */
public final class MutantPhone implements PhoneHands, AutoCloseable {
    private static final RequestToken NOBODY = new RequestToken(0, 0);

    private final MemoryPhonePort port = new MemoryPhonePort();
    private final FlashMedium medium;
    private final Clock clock;
    private final PhoneDisplay display;
    private final Mutation mutation;
    private final LinkedBlockingQueue<Runnable> deeds = new LinkedBlockingQueue<>();
    private final Thread thread = Thread.ofVirtual().name("mutant-phone").unstarted(this::run);
    private final Map<RequestToken, LinkRequest> requests = new HashMap<>();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

    private Optional<PhoneEngine> engine = Optional.empty();
    private Optional<Transport> cable = Optional.empty();
    private PhoneState state;
    private int lastChannel;
    private volatile boolean on = true;

    public MutantPhone(FlashMedium medium, Clock clock, PhoneDisplay display, Mutation mutation) {
        this.medium = medium;
        this.clock = clock;
        this.display = display;
        this.mutation = mutation;
        this.state = PhoneLink.start(mutation.model(), 0);
    }

    public MemoryPhonePort port() {
        return port;
    }

    public void start() {
        powerOn();
        thread.start();
    }

    private void powerOn() {
        try {
            FlashStore flash = FlashStore.open(medium);
            PhoneEngine fresh = new PhoneEngine(
                    flash, new SoftwareChip(flash, RandomSource.secure()), RandomSource.secure(), clock.instant());
            engine = Optional.of(fresh);
            carryOut(fresh.start());
        } catch (FlashException e) {
            throw new IllegalStateException(e);
        }
        event(new EngineEvent.UserActed(new UserAction.Unlock()));
    }

    @Override
    public void act(UserAction action) {
        deeds.add(() -> mutation.acted(action).forEach(each -> event(new EngineEvent.UserActed(each))));
    }

    @Override
    public void unplug() {
        deeds.add(this::drop);
    }

    @Override
    public void plug() {}

    @Override
    public void powerCut() {
        deeds.add(() -> {
            drop();
            mutation.powerCut();
            powerOn();
        });
    }

    @Override
    public void close() {
        on = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            port.close();
        }
    }

    private void run() {
        byte[] buffer = new byte[16_384];
        while (on) {
            for (Runnable deed = deeds.poll(); deed != null; deed = deeds.poll()) {
                deed.run();
            }
            read(buffer);
            event(new EngineEvent.Tick(clock.instant()));
            link(new PhoneEvent.Tick(millis()));
        }
    }

    private void read(byte[] buffer) {
        try {
            if (cable.isEmpty()) {
                cable = port.accept(Duration.ofMillis(10));
                state = PhoneLink.start(mutation.model(), mutation.lastChannel(lastChannel));
                pending.reset();
                return;
            }
            int length = cable.get().read(buffer, Duration.ofMillis(5));
            if (length < 0) {
                drop();
            }
            for (int i = 0; i < length; i++) {
                octet(buffer[i]);
            }
        } catch (TransportException e) {
            drop();
        }
    }

    private void octet(byte octet) {
        if (octet != FrameCodec.DELIMITER) {
            pending.write(octet);
            return;
        }
        byte[] stuffed = mutation.received(pending.toByteArray());
        pending.reset();
        link(new PhoneEvent.Arrived(FrameCodec.decode(stuffed, stuffed.length), millis()));
    }

    private void drop() {
        link(new PhoneEvent.Unplugged(millis()));
        cable.ifPresent(Transport::close);
        cable = Optional.empty();
    }

    private void link(PhoneEvent event) {
        PhoneStep step = PhoneLink.next(state, event);
        state = step.state();
        for (PhoneEffect effect : step.effects()) {
            switch (effect) {
                case PhoneEffect.Send(byte[] wire) -> send(wire);
                case PhoneEffect.Opened(int channel) -> opened(channel);
                case PhoneEffect.RequestArrived(RequestToken token, byte[] message) -> request(token, message);
                case PhoneEffect.CancelArrived(RequestToken token) -> event(new EngineEvent.RequestCancelled(token));
                case PhoneEffect.Down(LinkLoss why) -> {
                    event(new EngineEvent.LinkClosed());
                    if (why == LinkLoss.BYE || why == LinkLoss.SILENT) {
                        cable.ifPresent(Transport::close);
                        cable = Optional.empty();
                    }
                }
            }
        }
    }

    private void send(byte[] wire) {
        try {
            if (cable.isPresent()) {
                cable.get().write(wire);
            }
        } catch (TransportException pulled) {
            // The reader notices.
        }
    }

    private void opened(int channel) {
        lastChannel = channel;
        event(new EngineEvent.LinkOpened());
        mutation.introduced()
                .ifPresent(id ->
                        event(new EngineEvent.RequestReceived(NOBODY, new LinkRequest.TrustComputer(id, "nobody"))));
    }

    private void request(RequestToken token, byte[] message) {
        try {
            if (LinkCodec.decode(mutation.command(message)) instanceof LinkRequest request) {
                requests.put(token, request);
                event(new EngineEvent.RequestReceived(token, request));
            } else {
                link(new PhoneEvent.Refused(token, StatusCode.BAD_MESSAGE, millis()));
            }
        } catch (ProtocolException e) {
            link(new PhoneEvent.Refused(token, e.status(), millis()));
        }
    }

    private void event(EngineEvent event) {
        try {
            carryOut(engine.orElseThrow().next(event));
        } catch (FlashException e) {
            throw new IllegalStateException(e);
        }
    }

    private void carryOut(List<EngineEffect> effects) {
        for (EngineEffect effect : new ArrayList<>(effects)) {
            switch (effect) {
                case EngineEffect.Reply(RequestToken token, LinkReply reply) -> answered(token, reply);
                case EngineEffect.Status(RequestToken token, PhoneStatus status) -> told(token, status);
                case EngineEffect.LockChanged(PhoneStatus status) -> {
                    if (mutation.tellsOfItsLock()) {
                        link(new PhoneEvent.News(status.encode(), millis()));
                    }
                }
                case EngineEffect.ScreenChanged(Screen screen) -> display.show(mutation.shown(screen));
                case EngineEffect.Winked() -> display.winked();
                case EngineEffect.ForeignInput() -> display.foreignInput();
            }
        }
    }

    private void told(RequestToken token, PhoneStatus status) {
        link(new PhoneEvent.StatusChanged(token, status.encode(), millis()));
    }

    private void answered(RequestToken token, LinkReply reply) {
        LinkRequest request = requests.remove(token);
        if (request != null) {
            mutation.statusBefore(request, reply).ifPresent(status -> told(token, status));
            byte[] answer = LinkCodec.encode(mutation.reply(request, reply));
            link(new PhoneEvent.Answered(token, answer, millis()));
        }
    }

    private static long millis() {
        return System.nanoTime() / 1_000_000;
    }
}
