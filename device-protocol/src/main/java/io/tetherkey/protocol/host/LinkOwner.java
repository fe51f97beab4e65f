package io.tetherkey.protocol.host;

import io.tetherkey.protocol.frame.FrameDecoder;
import io.tetherkey.protocol.frame.FrameResult;
import io.tetherkey.protocol.host.Exchange.Outcome;
import io.tetherkey.protocol.link.Hello;
import io.tetherkey.protocol.link.HelloOk;
import io.tetherkey.protocol.link.HostEffect;
import io.tetherkey.protocol.link.HostEvent;
import io.tetherkey.protocol.link.HostLink;
import io.tetherkey.protocol.link.HostQuiet;
import io.tetherkey.protocol.link.HostState;
import io.tetherkey.protocol.link.HostStep;
import io.tetherkey.protocol.link.LinkLimits;
import io.tetherkey.protocol.link.LinkLoss;
import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The thread that owns one link: one virtual thread takes commands and bytes from an inbox, steps the state machine and
 * writes; a second one reads the cable into the inbox. A cable that has taken no bytes for five seconds is closed.
 * Everyone else hands commands in.
 */
final class LinkOwner {
    private static final long TICK_EVERY = 50;
    private static final long LONGEST_WITHOUT_TICK = 500;
    private static final long LONGEST_WAIT = LinkLimits.REST_LOST_AFTER;
    private static final int READ_BUFFER = 16_384;
    private static final int MAX_UNREAD_CHUNKS = 64;
    /** Nothing is due when it is over; the owner closes the cable when the link ends. */
    private static final Duration READ_TIMEOUT = Duration.ofMinutes(1);

    private static final Duration ROOM_TIMEOUT = Duration.ofMillis(2_500);

    private final Transport transport;
    private final LongSupplier millis;
    private final AwakeClock clock;
    private final FrameDecoder decoder = new FrameDecoder();
    private final BlockingQueue<Item> inbox = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(MAX_UNREAD_CHUNKS);
    private final Queue<Exchange> queued = new ArrayDeque<>();
    private final CompletableFuture<HelloOk> opened = new CompletableFuture<>();
    private final CompletableFuture<TransportException> ended = new CompletableFuture<>();
    private final Semaphore news = new Semaphore(0);

    private HostState state = HostLink.start();
    private @Nullable Exchange current;
    private byte[] lastStatus = {};
    private long tickedAt;

    private sealed interface Item {
        record Bytes(byte[] bytes) implements Item {}

        record CableEnded(TransportException why) implements Item {}

        record Request(Exchange exchange) implements Item {}

        record Cancel() implements Item {}

        record Abandon(Exchange exchange) implements Item {}

        record Close() implements Item {}
    }

    private LinkOwner(Transport transport, LongSupplier millis) {
        this.transport = transport;
        this.millis = millis;
        this.clock = new AwakeClock(millis);
    }

    /** Takes the transport over, and says HELLO. */
    static LinkOwner start(Transport transport, Hello hello, LongSupplier millis) {
        LinkOwner owner = new LinkOwner(transport, millis);
        Thread.ofVirtual().name("phone-link").start(() -> owner.run(hello));
        Thread.ofVirtual().name("phone-read").start(owner::readLoop);
        return owner;
    }

    /** Completes when the phone answers; completes exceptionally with a {@link TransportException} if none does. */
    CompletableFuture<HelloOk> opened() {
        return opened;
    }

    /**
     * Waits until the phone was locked or unlocked, or the link is over; returns at once if that was since the last call.
     *
     * @param atMost the longest wait
     */
    void awaitNews(Duration atMost) throws InterruptedException {
        if (!ended.isDone() && news.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        }
    }

    /** Completes with the reason when the link is over. */
    CompletableFuture<TransportException> ended() {
        return ended;
    }

    Exchange request(byte[] message) {
        Exchange exchange = new Exchange(message);
        inbox.add(new Item.Request(exchange));
        if (ended.isDone()) {
            exchange.tell(new Outcome.CableGone(ended.join()));
        }
        return exchange;
    }

    void cancel() {
        inbox.add(new Item.Cancel());
    }

    /** Nobody waits for this exchange any longer. */
    void abandon(Exchange exchange) {
        inbox.add(new Item.Abandon(exchange));
    }

    void close() {
        inbox.add(new Item.Close());
    }

    private void run(Hello hello) {
        try {
            tickedAt = clock.now();
            step(new HostEvent.Connected(hello, tickedAt));
            while (!ended.isDone()) {
                turn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end(new TransportException(TransportFault.INTERRUPTED, "The link to the phone was interrupted.", e));
        } finally {
            end(new TransportException(TransportFault.FAILED, "The link to the phone failed."));
            transport.close();
            dismissAll(new Outcome.CableGone(ended.join()));
        }
    }

    /** Whoever asks after this is told by {@link #request}. */
    private void dismissAll(Outcome outcome) {
        settle(outcome);
        queued.forEach(exchange -> exchange.tell(outcome));
        for (Item item = inbox.poll(); item != null; item = inbox.poll()) {
            if (item instanceof Item.Request(Exchange exchange)) {
                exchange.tell(outcome);
            }
        }
    }

    /** Bytes that wait go before the clock: what has arrived is not silence. */
    private void turn() throws InterruptedException {
        long wait = Math.clamp(HostQuiet.millis(state, clock.now()), TICK_EVERY, LONGEST_WAIT);
        Item item = inbox.poll(wait, TimeUnit.MILLISECONDS);
        long now = clock.after(wait);
        if (item != null) {
            handle(item, now);
        }
        long sinceTick = now - tickedAt;
        if ((sinceTick >= TICK_EVERY && inbox.isEmpty()) || sinceTick >= LONGEST_WITHOUT_TICK) {
            tickedAt = now;
            step(new HostEvent.Tick(now));
        }
        if (state instanceof HostState.Ready && !queued.isEmpty()) {
            Exchange next = queued.remove();
            current = next;
            lastStatus = new byte[0];
            step(new HostEvent.Submitted(next.request(), now));
        }
    }

    private void handle(Item item, long now) {
        switch (item) {
            case Item.Bytes(byte[] bytes) -> {
                room.release();
                for (FrameResult result : decoder.feed(bytes, bytes.length)) {
                    step(new HostEvent.Arrived(result, now));
                }
            }
            case Item.CableEnded(TransportException why) -> {
                end(why);
                step(new HostEvent.Unplugged(now));
            }
            case Item.Request(Exchange exchange) -> queued.add(exchange);
            case Item.Cancel _ -> step(new HostEvent.CancelAsked(now));
            case Item.Abandon(Exchange exchange) -> abandoned(exchange, now);
            case Item.Close _ -> step(new HostEvent.Closing(now));
        }
    }

    private void abandoned(Exchange exchange, long now) {
        if (!queued.remove(exchange) && exchange == current) {
            step(new HostEvent.CancelAsked(now));
        }
    }

    private void step(HostEvent event) {
        HostStep step = HostLink.next(state, event);
        state = step.state();
        step.effects().forEach(this::carryOut);
    }

    private void carryOut(HostEffect effect) {
        switch (effect) {
            case HostEffect.Send send -> write(send.wire());
            case HostEffect.Opened(HelloOk phone) -> opened.complete(phone);
            case HostEffect.StatusReported report -> reported(report.status());
            case HostEffect.NewsArrived _ -> news.release();
            case HostEffect.ReplyArrived reply -> settle(new Outcome.Reply(reply.message()));
            case HostEffect.RequestFailed(int code) -> settle(new Outcome.Failed(code));
            case HostEffect.Down(LinkLoss why) -> end(exceptionFor(why));
        }
    }

    private void reported(byte[] status) {
        if (current != null && !Arrays.equals(status, lastStatus)) {
            lastStatus = status;
            current.tell(new Outcome.Status(status));
        }
    }

    private void settle(Outcome outcome) {
        if (current != null) {
            current.tell(outcome);
            current = null;
        }
    }

    private void write(byte[] wire) {
        if (ended.isDone()) {
            return;
        }
        CompletableFuture<Void> written = new CompletableFuture<>();
        watch(written, new AwakeClock(millis));
        try {
            transport.write(wire);
        } catch (TransportException e) {
            end(e);
        } finally {
            written.complete(null);
        }
    }

    /**
     * A phone that takes no bytes blocks the owner, which then cannot notice any silence: looks at the clock from outside
     * until the write is over.
     */
    private void watch(CompletableFuture<Void> written, AwakeClock waited) {
        written.copy().orTimeout(TICK_EVERY, TimeUnit.MILLISECONDS).exceptionally(_ -> {
            if (waited.after(TICK_EVERY) < LinkLimits.LOST_AFTER) {
                watch(written, waited);
            } else {
                end(exceptionFor(LinkLoss.SILENT));
                Thread.ofVirtual().name("phone-stuck").start(transport::close);
            }
            return null;
        });
    }

    private void end(TransportException why) {
        ended.complete(why);
        opened.completeExceptionally(why);
        news.release();
    }

    private void readLoop() {
        byte[] buffer = new byte[READ_BUFFER];
        try {
            while (!ended.isDone()) {
                int count = transport.read(buffer, READ_TIMEOUT);
                if (count < 0) {
                    throw new TransportException(TransportFault.UNPLUGGED, "The phone was unplugged.");
                }
                if (count > 0) {
                    awaitRoom();
                    inbox.add(new Item.Bytes(Arrays.copyOf(buffer, count)));
                }
            }
        } catch (TransportException e) {
            inbox.add(new Item.CableEnded(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            inbox.add(new Item.CableEnded(
                    new TransportException(TransportFault.INTERRUPTED, "Reading the phone was interrupted.", e)));
        }
    }

    private void awaitRoom() throws InterruptedException {
        boolean has = false;
        while (!has && !ended.isDone()) {
            has = room.tryAcquire(ROOM_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static TransportException exceptionFor(LinkLoss why) {
        return switch (why) {
            case UNPLUGGED -> new TransportException(TransportFault.UNPLUGGED, "The phone was unplugged.");
            case CLOSED -> new TransportException(TransportFault.CLOSED, "The connection to the phone is closed.");
            case BYE -> new TransportException(TransportFault.UNPLUGGED, "The phone closed the connection.");
            case NO_ANSWER -> new TransportException(TransportFault.NO_ANSWER, "No TetherKey phone answers.");
            case BAD_VERSION ->
                new TransportException(TransportFault.INCOMPATIBLE, "The phone speaks another version.");
            case SILENT, UNACKNOWLEDGED ->
                new TransportException(TransportFault.NO_ANSWER, "The phone has stopped answering.");
            case CHANNEL_UNKNOWN, REPLACED, USED_UP ->
                new TransportException(TransportFault.UNPLUGGED, "The phone has started a new connection.");
        };
    }
}
