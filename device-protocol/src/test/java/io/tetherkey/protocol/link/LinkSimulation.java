package io.tetherkey.protocol.link;

import io.tetherkey.protocol.frame.FrameDecoder;
import io.tetherkey.protocol.frame.FrameResult;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** The real PC's end against the real phone's end over two wires, in simulated time. */
final class LinkSimulation {
    static final int STEP = 10;

    private final FaultyWire toPhone;
    private final FaultyWire toHost;
    private final FrameDecoder atPhone = new FrameDecoder();
    private final FrameDecoder atHost = new FrameDecoder();
    private final Queue<byte[]> toSubmit = new ArrayDeque<>();
    private UnaryOperator<byte[]> application = request -> request;
    private long workTime;

    HostState host = HostLink.start();
    PhoneState phone = PhoneLink.start("Test phone");
    long now = 1_000_000;
    final List<byte[]> requests = new ArrayList<>();
    final List<byte[]> replies = new ArrayList<>();
    final List<Integer> failures = new ArrayList<>();
    final List<byte[]> statuses = new ArrayList<>();
    final List<byte[]> news = new ArrayList<>();
    final List<LinkLoss> hostLosses = new ArrayList<>();
    final List<LinkLoss> phoneLosses = new ArrayList<>();
    final List<RequestToken> cancels = new ArrayList<>();
    private Optional<Job> job = Optional.empty();

    private record Job(RequestToken token, byte[] reply, long dueAt) {}

    LinkSimulation(FaultyWire toPhone, FaultyWire toHost) {
        this.toPhone = toPhone;
        this.toHost = toHost;
    }

    /** What the phone answers, and how many milliseconds it works before. */
    LinkSimulation answering(UnaryOperator<byte[]> answer, long millis) {
        application = answer;
        workTime = millis;
        return this;
    }

    LinkSimulation connected(LinkCapability... offered) {
        Hello hello = Hello.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}).offering(offered);
        toHost(HostLink.next(host, new HostEvent.Connected(hello, now)));
        return this;
    }

    /** Submits each request when the one before is done. */
    LinkSimulation requesting(List<byte[]> messages) {
        toSubmit.addAll(messages);
        return this;
    }

    void host(HostEvent event) {
        toHost(HostLink.next(host, event));
    }

    void phone(PhoneEvent event) {
        toPhone(PhoneLink.next(phone, event));
    }

    /** Lets time pass until the condition holds; whether it did within the limit. */
    boolean runUntil(BooleanSupplier condition, long limitMillis) {
        long end = now + limitMillis;
        while (!condition.getAsBoolean() && now < end) {
            step();
        }
        return condition.getAsBoolean();
    }

    void runFor(long millis) {
        runUntil(() -> false, millis);
    }

    private void step() {
        exchange();
        now += STEP;
        host(new HostEvent.Tick(now));
        phone(new PhoneEvent.Tick(now));
        job.filter(due -> due.dueAt() <= now).ifPresent(due -> {
            job = Optional.empty();
            phone(new PhoneEvent.Answered(due.token(), due.reply(), now));
        });
    }

    private void exchange() {
        if (host instanceof HostState.Ready && !toSubmit.isEmpty()) {
            host(new HostEvent.Submitted(toSubmit.remove(), now));
        }
        for (Optional<byte[]> bytes = toPhone.receive(); bytes.isPresent(); bytes = toPhone.receive()) {
            for (FrameResult result : atPhone.feed(bytes.get(), bytes.get().length)) {
                phone(new PhoneEvent.Arrived(result, now));
            }
        }
        for (Optional<byte[]> bytes = toHost.receive(); bytes.isPresent(); bytes = toHost.receive()) {
            for (FrameResult result : atHost.feed(bytes.get(), bytes.get().length)) {
                host(new HostEvent.Arrived(result, now));
            }
        }
    }

    private void toHost(HostStep step) {
        host = step.state();
        for (HostEffect effect : step.effects()) {
            switch (effect) {
                case HostEffect.Send send -> toPhone.send(send.wire());
                case HostEffect.Opened _ -> {}
                case HostEffect.StatusReported report -> statuses.add(report.status());
                case HostEffect.NewsArrived told -> news.add(told.status());
                case HostEffect.ReplyArrived reply -> replies.add(reply.message());
                case HostEffect.RequestFailed(int code) -> failures.add(code);
                case HostEffect.Down(LinkLoss why) -> hostLosses.add(why);
            }
        }
    }

    private void toPhone(PhoneStep step) {
        phone = step.state();
        for (PhoneEffect effect : step.effects()) {
            switch (effect) {
                case PhoneEffect.Send send -> toHost.send(send.wire());
                case PhoneEffect.Opened _ -> {}
                case PhoneEffect.RequestArrived request -> {
                    requests.add(request.message());
                    job = Optional.of(new Job(request.token(), application.apply(request.message()), now + workTime));
                }
                case PhoneEffect.CancelArrived(RequestToken token) -> cancels.add(token);
                case PhoneEffect.Down(LinkLoss why) -> phoneLosses.add(why);
            }
        }
    }
}
