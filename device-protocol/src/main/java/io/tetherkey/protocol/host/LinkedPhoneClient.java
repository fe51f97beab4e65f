package io.tetherkey.protocol.host;

import io.tetherkey.protocol.host.Exchange.Outcome;
import io.tetherkey.protocol.link.Hello;
import io.tetherkey.protocol.link.HelloOk;
import io.tetherkey.protocol.link.LinkCapability;
import io.tetherkey.protocol.message.ComputerInfo;
import io.tetherkey.protocol.message.LinkCodec;
import io.tetherkey.protocol.message.LinkMessage;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkReply.Done;
import io.tetherkey.protocol.message.LinkReply.EnrolmentReply;
import io.tetherkey.protocol.message.LinkReply.Forward;
import io.tetherkey.protocol.message.LinkReply.PhoneInfo;
import io.tetherkey.protocol.message.LinkReply.Records;
import io.tetherkey.protocol.message.LinkReply.SessionReply;
import io.tetherkey.protocol.message.LinkReply.Slots;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.LinkRequest.BeginEnrolment;
import io.tetherkey.protocol.message.LinkRequest.OpenSession;
import io.tetherkey.protocol.message.PhoneRecord;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.RefusedException;
import io.tetherkey.protocol.message.SlotInfo;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A phone over an open link. Its {@link LinkOwner} owns the cable; callers take turns. */
final class LinkedPhoneClient implements PhoneClient {
    private static final Logger LOG = LoggerFactory.getLogger(LinkedPhoneClient.class);
    private static final Duration GOODBYE = Duration.ofSeconds(2);
    private static final Consumer<PhoneStatus> NOBODY = _ -> {};

    private final Transport transport;
    private final LinkOwner owner;
    private final HelloOk greeting;
    private final int agreed;
    private final ReentrantLock turn = new ReentrantLock(true);

    private LinkedPhoneClient(Transport transport, LinkOwner owner, Hello hello, HelloOk greeting) {
        this.transport = transport;
        this.owner = owner;
        this.greeting = greeting;
        this.agreed = greeting.agreedWith(hello);
    }

    /**
     * Opens the link on a fresh cable, which is closed if that fails.
     *
     * @param patience how long the phone may take to answer
     */
    static LinkedPhoneClient open(Transport transport, Hello hello, LongSupplier millis, Duration patience)
            throws TransportException, InterruptedException {
        LinkOwner owner = LinkOwner.start(transport, hello, millis);
        boolean done = false;
        try {
            HelloOk greeting = owner.opened().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            done = true;
            return new LinkedPhoneClient(transport, owner, hello, greeting);
        } catch (TimeoutException e) {
            throw new TransportException(TransportFault.NO_ANSWER, "No TetherKey phone answers.", e);
        } catch (ExecutionException e) {
            TransportFault fault =
                    e.getCause() instanceof TransportException cause ? cause.fault() : TransportFault.FAILED;
            throw new TransportException(fault, "The phone cannot be reached.", e);
        } finally {
            if (!done) {
                owner.close();
                transport.close();
            }
        }
    }

    /** Waits until the link is over, and returns why. */
    TransportException awaitEnd() throws InterruptedException {
        try {
            return owner.ended().get();
        } catch (ExecutionException e) {
            return new TransportException(TransportFault.FAILED, "The link to the phone failed.", e);
        }
    }

    @Override
    public PhoneInfo info() throws TransportException, ProtocolException, RefusedException, InterruptedException {
        return call(new LinkRequest.GetPhoneInfo(), PhoneInfo.class, NOBODY);
    }

    @Override
    public void trust(byte[] computerId, String computerName, Consumer<PhoneStatus> status)
            throws TransportException, ProtocolException, RefusedException, InterruptedException {
        call(new LinkRequest.TrustComputer(computerId, computerName), Done.class, status);
    }

    @Override
    public List<SlotInfo> slots() throws TransportException, ProtocolException, RefusedException, InterruptedException {
        return call(new LinkRequest.ListSlots(), Slots.class, NOBODY).slots();
    }

    @Override
    public SessionReply open(OpenSession request, Consumer<PhoneStatus> status)
            throws TransportException, ProtocolException, RefusedException, InterruptedException {
        checkSize(request.offer());
        return call(request, SessionReply.class, status);
    }

    @Override
    public SessionReply relay(byte[] sessionId, byte[] message, Consumer<PhoneStatus> status)
            throws TransportException, ProtocolException, RefusedException, InterruptedException {
        checkSize(message);
        SessionReply reply = call(new LinkRequest.Relay(sessionId, message), SessionReply.class, status);
        byte[] answered = switch (reply) {
            case Forward forward -> forward.sessionId();
            case LinkReply.Ended ended -> ended.sessionId();
        };
        requireSession(answered, sessionId);
        return reply;
    }

    private static void requireSession(byte[] answered, byte[] sessionId) throws ProtocolException {
        if (!Arrays.equals(answered, sessionId)) {
            throw new ProtocolException(StatusCode.BAD_MESSAGE, "The phone answered for another session.");
        }
    }

    @Override
    public EnrolmentReply beginEnrolment(BeginEnrolment request, Consumer<PhoneStatus> status)
            throws TransportException, ProtocolException, RefusedException, InterruptedException {
        checkSize(request.directory());
        checkSize(request.offer());
        return call(request, EnrolmentReply.class, status);
    }

    @Override
    public EnrolmentReply relayEnrolment(byte[] sessionId, byte[] message, Consumer<PhoneStatus> status)
            throws TransportException, ProtocolException, RefusedException, InterruptedException {
        checkSize(message);
        EnrolmentReply reply = call(new LinkRequest.Relay(sessionId, message), EnrolmentReply.class, status);
        byte[] answered = switch (reply) {
            case Forward forward -> forward.sessionId();
            case LinkReply.Enrolled enrolled -> enrolled.sessionId();
        };
        requireSession(answered, sessionId);
        return reply;
    }

    @Override
    public void deleteSlot(String slotId, Consumer<PhoneStatus> status)
            throws TransportException, ProtocolException, RefusedException, InterruptedException {
        call(new LinkRequest.DeleteSlot(slotId), Done.class, status);
    }

    @Override
    public List<ComputerInfo> computers()
            throws TransportException, ProtocolException, RefusedException, InterruptedException {
        return call(new LinkRequest.ListComputers(), LinkReply.Computers.class, NOBODY)
                .computers();
    }

    @Override
    public void revokeComputer(byte[] handle)
            throws TransportException, ProtocolException, RefusedException, InterruptedException {
        call(new LinkRequest.RevokeComputer(handle), Done.class, NOBODY);
    }

    @Override
    public List<PhoneRecord> records(long since)
            throws TransportException, ProtocolException, RefusedException, InterruptedException {
        return call(new LinkRequest.ListRecords(since), Records.class, NOBODY).records();
    }

    @Override
    public void wink() throws TransportException, ProtocolException, RefusedException, InterruptedException {
        call(new LinkRequest.Wink(), Done.class, NOBODY);
    }

    @Override
    public boolean awaitLockNews(Duration atMost) throws InterruptedException {
        boolean told = LinkCapability.LOCK_NEWS.isIn(agreed);
        if (told) {
            owner.awaitNews(atMost);
        }
        return told;
    }

    @Override
    public void cancel() {
        owner.cancel();
    }

    @Override
    public void close() {
        owner.close();
        try {
            owner.ended().get(GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("The phone's link did not end by itself", e);
        } finally {
            transport.close();
        }
    }

    /** The model that the phone named; not checked. */
    @Override
    public String toString() {
        return "PhoneClient[channel " + greeting.channel() + "]";
    }

    private <R extends LinkReply> R call(LinkRequest request, Class<R> expected, Consumer<PhoneStatus> status)
            throws TransportException, ProtocolException, RefusedException, InterruptedException {
        turn.lockInterruptibly();
        try {
            LinkReply reply = exchange(LinkCodec.encode(request), status);
            if (reply instanceof LinkReply.Refusal refusal) {
                throw refused(refusal);
            }
            if (!expected.isInstance(reply)) {
                throw new ProtocolException(StatusCode.BAD_MESSAGE, "The phone answered something else.");
            }
            return expected.cast(reply);
        } finally {
            turn.unlock();
        }
    }

    private LinkReply exchange(byte[] request, Consumer<PhoneStatus> status)
            throws TransportException, ProtocolException, RefusedException, InterruptedException {
        Exchange exchange = owner.request(request);
        boolean settled = false;
        try {
            while (true) {
                Outcome outcome = exchange.await();
                settled = !(outcome instanceof Outcome.Status);
                switch (outcome) {
                    case Outcome.Status(byte[] payload) -> report(payload, status);
                    case Outcome.Reply(byte[] message) -> {
                        return decoded(message);
                    }
                    case Outcome.Failed(int code) -> fail(code);
                    case Outcome.CableGone(TransportException why) ->
                        throw new TransportException(why.fault(), String.valueOf(why.getMessage()), why);
                }
            }
        } finally {
            if (!settled) {
                owner.abandon(exchange);
            }
        }
    }

    private static LinkReply decoded(byte[] message) throws ProtocolException {
        LinkMessage decoded = LinkCodec.decode(message);
        if (decoded instanceof LinkReply reply) {
            return reply;
        }
        throw new ProtocolException(StatusCode.BAD_MESSAGE, "The phone answered with a request.");
    }

    /** A report is advice: one that this version does not know must not cost the payment. */
    private static void report(byte[] payload, Consumer<PhoneStatus> status) {
        PhoneStatus decoded;
        try {
            decoded = PhoneStatus.decode(payload);
        } catch (ProtocolException e) {
            LOG.debug("Unknown status report", e);
            return;
        }
        status.accept(decoded);
    }

    private static void checkSize(byte[] message) throws ProtocolException {
        if (message.length > LinkCodec.MOST_MESSAGE) {
            throw new ProtocolException(StatusCode.TOO_LARGE, "The bank's message is too long for a phone.");
        }
    }

    private static RefusedException refused(LinkReply.Refusal refusal) {
        String message = "The phone refused: " + refusal.status() + ".";
        return refusal.attemptsLeft().isPresent()
                ? new RefusedException(refusal.status(), refusal.attemptsLeft().getAsInt(), message)
                : new RefusedException(refusal.status(), message);
    }

    private static void fail(int code) throws ProtocolException, RefusedException {
        Optional<StatusCode> status = StatusCode.fromCode(code);
        if (status.isEmpty()) {
            throw new ProtocolException(
                    StatusCode.OTHER, "The phone gave up with the unknown status code " + code + ".");
        }
        switch (status.get()) {
            case BAD_VERSION, BAD_CHANNEL, BAD_FRAME, TOO_LARGE, BAD_ENCODING, BAD_MESSAGE, OTHER ->
                throw new ProtocolException(status.get(), "The phone gave up: " + status.get() + ".");
            case BUSY,
                    DECLINED,
                    TIMEOUT,
                    LOCKED,
                    CONSENT_REQUIRED,
                    CANCELLED,
                    NOT_AVAILABLE,
                    VOID,
                    EXPIRED,
                    SUITE,
                    SLOT_EXISTS,
                    CONFLICT,
                    UNKNOWN_SESSION,
                    SESSION_EXPIRED ->
                throw new RefusedException(status.get(), "The phone refused: " + status.get() + ".");
        }
    }
}
