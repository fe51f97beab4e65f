package io.tetherkey.protocol.phone.virtual;

import io.tetherkey.protocol.link.RequestToken;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.phone.EngineEffect;
import io.tetherkey.protocol.phone.EngineEvent;
import io.tetherkey.protocol.phone.PhoneEngine;
import io.tetherkey.protocol.phone.UserAction;
import io.tetherkey.protocol.phone.chip.SoftwareChip;
import io.tetherkey.protocol.phone.flash.FlashException;
import io.tetherkey.protocol.phone.flash.FlashMedium;
import io.tetherkey.protocol.phone.flash.FlashStore;
import io.tetherkey.protocol.phone.network.LineLostException;
import io.tetherkey.protocol.phone.network.PhoneLine;
import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.seal.RandomSource;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A virtual phone on its own network, without a cable: one virtual thread owns the engine, everyone else leaves it work.
 * To a script, pulling the cable means that the network goes. If the flash fails the phone says so and answers nothing
 * more.
 */
public final class WirelessPhone implements PhoneHands, PhoneLine, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WirelessPhone.class);
    private static final long TICK_MILLIS = 50;

    private final FlashMedium medium;
    private final RandomSource random;
    private final Clock clock;
    private final PhoneDisplay display;
    private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private final Thread owner = Thread.ofVirtual().name("phone").unstarted(this::own);

    /** Calls that were made while the network was away. */
    private final BlockingQueue<Runnable> held = new LinkedBlockingQueue<>();

    private final Map<RequestToken, CompletableFuture<LinkReply>> waiting = new HashMap<>();
    private Optional<PhoneEngine> engine = Optional.empty();
    private boolean networkIsUp = true;
    private long tokens;

    public WirelessPhone(FlashMedium medium, RandomSource random, Clock clock, PhoneDisplay display) {
        this.medium = medium;
        this.random = random;
        this.clock = clock;
        this.display = display;
    }

    /**
     * Switches the phone on; its person unlocks it at once.
     *
     * @throws FlashException if its flash cannot be read; nothing was started then
     */
    public void start() throws FlashException {
        powerOn();
        owner.start();
    }

    private void powerOn() throws FlashException {
        FlashStore flash = FlashStore.open(medium);
        PhoneEngine started = new PhoneEngine(flash, new SoftwareChip(flash, random), random, clock.instant());
        engine = Optional.of(started);
        display.switchedOn();
        carryOut(started.start());
        carryOut(started.next(new EngineEvent.UserActed(new UserAction.Unlock())));
        if (networkIsUp) {
            carryOut(started.next(new EngineEvent.OwnNetworkOpened()));
        }
        display.cable(CableState.UNPLUGGED);
    }

    @Override
    public LinkReply call(LinkRequest request) throws IOException, InterruptedException {
        return reply(token -> new EngineEvent.RequestReceived(token, request));
    }

    @Override
    public LinkReply resume(String bankId, byte[] orderHash) throws IOException, InterruptedException {
        return reply(token -> new EngineEvent.PaymentResumed(token, bankId, orderHash));
    }

    private LinkReply reply(Function<RequestToken, EngineEvent> request) throws IOException, InterruptedException {
        CompletableFuture<LinkReply> reply = new CompletableFuture<>();
        inbox.add(() -> ask(request, reply));
        try {
            return reply.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LineLostException lost) {
                throw lost;
            }
            throw new FlashException("the phone's storage failed", e);
        }
    }

    private void ask(Function<RequestToken, EngineEvent> request, CompletableFuture<LinkReply> reply) {
        if (engine.isEmpty()) {
            reply.completeExceptionally(new FlashException("the phone's storage failed"));
        } else if (!networkIsUp) {
            held.add(() -> ask(request, reply));
        } else {
            RequestToken token = new RequestToken(1, ++tokens);
            waiting.put(token, reply);
            event(request.apply(token));
        }
    }

    @Override
    public void act(UserAction action) {
        inbox.add(() -> event(new EngineEvent.UserActed(action)));
    }

    @Override
    public void unplug() {
        inbox.add(() -> {
            networkIsUp = false;
            event(new EngineEvent.LinkClosed());
            lose("the network went");
        });
    }

    @Override
    public void plug() {
        inbox.add(() -> {
            networkIsUp = true;
            event(new EngineEvent.OwnNetworkOpened());
            held.drainTo(inbox);
        });
    }

    @Override
    public void powerCut() {
        inbox.add(() -> {
            LOG.info("Power cut");
            engine = Optional.empty();
            try {
                powerOn();
                lose("the power went");
            } catch (FlashException e) {
                failed(e);
            }
        });
    }

    private void own() {
        try {
            while (true) {
                Runnable work = inbox.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
                if (work != null) {
                    work.run();
                }
                event(new EngineEvent.Tick(clock.instant()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lose("the phone was switched off");
        }
    }

    private void event(EngineEvent event) {
        try {
            if (engine.isPresent()) {
                carryOut(engine.get().next(event));
            }
        } catch (FlashException e) {
            failed(e);
        }
    }

    private void carryOut(List<EngineEffect> effects) {
        for (EngineEffect effect : effects) {
            switch (effect) {
                case EngineEffect.Reply(RequestToken token, LinkReply reply) ->
                    Optional.ofNullable(waiting.remove(token)).ifPresent(asked -> asked.complete(reply));
                case EngineEffect.Status status ->
                    LOG.debug("Waits: {}", status.status().stage());
                case EngineEffect.LockChanged ignored -> {}
                case EngineEffect.ScreenChanged(Screen screen) -> display.show(screen);
                case EngineEffect.Winked() -> display.winked();
                case EngineEffect.ForeignInput() -> display.foreignInput();
            }
        }
    }

    private void failed(FlashException e) {
        LOG.error("The flash failed; the phone stops answering", e);
        engine = Optional.empty();
        fail(e);
        display.show(new Screen.StorageFailed());
    }

    private void lose(String why) {
        fail(new LineLostException(why));
    }

    private void fail(IOException why) {
        List<CompletableFuture<LinkReply>> lost = List.copyOf(waiting.values());
        waiting.clear();
        lost.forEach(reply -> reply.completeExceptionally(why));
    }

    /** Switches the phone off and waits until its thread is gone. */
    @Override
    public void close() {
        owner.interrupt();
        try {
            owner.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
