package io.tetherkey.protocol.host;

import io.tetherkey.protocol.frame.FrameDecoder;
import io.tetherkey.protocol.frame.FrameResult;
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
import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import io.tetherkey.protocol.transport.TransportListener;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The phone's real link end with an application that a test plays by hand or by script. */
final class FakePhone implements AutoCloseable {
    private static final Duration BRIEF = Duration.ofMillis(2);

    /** Answers requests; a script that answers nothing leaves that to {@link #answer}. */
    interface Script {
        @Nullable
        LinkReply answer(LinkRequest request);
    }

    final List<LinkRequest> requests = new CopyOnWriteArrayList<>();
    final List<RequestToken> tokens = new CopyOnWriteArrayList<>();
    final List<RequestToken> cancels = new CopyOnWriteArrayList<>();
    final List<LinkLoss> losses = new CopyOnWriteArrayList<>();

    private final TransportListener port;
    private final Script script;
    private final Queue<PhoneEvent> commands = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean mute;
    private int lastChannel;
    private PhoneState state = PhoneLink.start("Fake phone");

    FakePhone(TransportListener port, Script script) {
        this.port = port;
        this.script = script;
        this.thread = Thread.ofVirtual().name("fake-phone").start(this::run);
    }

    private static long now() {
        return System.nanoTime() / 1_000_000;
    }

    void answer(RequestToken token, LinkReply reply) {
        commands.add(new PhoneEvent.Answered(token, LinkCodec.encode(reply), now()));
    }

    void answerBytes(RequestToken token, byte[] reply) {
        commands.add(new PhoneEvent.Answered(token, reply, now()));
    }

    void refuse(RequestToken token, StatusCode status) {
        commands.add(new PhoneEvent.Refused(token, status, now()));
    }

    void status(RequestToken token, PhoneStatus status) {
        commands.add(new PhoneEvent.StatusChanged(token, status.encode(), now()));
    }

    /** Tells, though nobody asked. */
    void news(PhoneStatus status) {
        commands.add(new PhoneEvent.News(status.encode(), now()));
    }

    /** Sends goodbye, as a phone that is switched off. */
    void leave() {
        commands.add(new PhoneEvent.Closing(now()));
    }

    /** From now on the phone hears nothing and says nothing, though the cable holds. */
    void fallSilent() {
        mute = true;
    }

    @Override
    public void close() {
        port.close();
        thread.interrupt();
    }

    private void run() {
        try {
            while (true) {
                var accepted = port.accept(Duration.ofSeconds(1));
                if (accepted.isPresent()) {
                    serve(accepted.get());
                }
            }
        } catch (TransportException e) {
            if (e.fault() != TransportFault.CLOSED && e.fault() != TransportFault.INTERRUPTED) {
                throw new AssertionError(e);
            }
        }
    }

    private void serve(Transport transport) {
        state = PhoneLink.start("Fake phone", lastChannel);
        FrameDecoder decoder = new FrameDecoder();
        byte[] buffer = new byte[16_384];
        try (transport) {
            for (int count = 0; count >= 0; count = transport.read(buffer, BRIEF)) {
                if (mute) {
                    continue;
                }
                for (FrameResult result : decoder.feed(buffer, count)) {
                    step(new PhoneEvent.Arrived(result, now()), transport);
                }
                for (PhoneEvent command = commands.poll(); command != null; command = commands.poll()) {
                    step(command, transport);
                }
                step(new PhoneEvent.Tick(now()), transport);
                if (state instanceof PhoneState.Closed) {
                    return;
                }
            }
            step(new PhoneEvent.Unplugged(now()), transport);
        } catch (TransportException e) {
            losses.add(LinkLoss.UNPLUGGED);
        }
    }

    private void step(PhoneEvent event, Transport transport) throws TransportException {
        PhoneStep step = PhoneLink.next(state, event);
        state = step.state();
        for (PhoneEffect effect : step.effects()) {
            switch (effect) {
                case PhoneEffect.Send send -> transport.write(send.wire());
                case PhoneEffect.Opened(int channel) -> lastChannel = channel;
                case PhoneEffect.RequestArrived request -> arrived(request);
                case PhoneEffect.CancelArrived(RequestToken token) -> cancels.add(token);
                case PhoneEffect.Down(LinkLoss why) -> losses.add(why);
            }
        }
    }

    private void arrived(PhoneEffect.RequestArrived arrived) {
        try {
            LinkRequest request = (LinkRequest) LinkCodec.decode(arrived.message());
            LinkReply reply = script.answer(request);
            if (reply != null) {
                answer(arrived.token(), reply);
            }
            tokens.add(arrived.token());
            requests.add(request);
        } catch (ProtocolException e) {
            refuse(arrived.token(), e.status());
        }
    }
}
