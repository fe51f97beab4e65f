package io.tetherkey.desktop.support;

import io.tetherkey.desktop.support.TimelineEntry.Way;
import io.tetherkey.protocol.host.PhoneClient;
import io.tetherkey.protocol.message.ComputerInfo;
import io.tetherkey.protocol.message.LinkReply.Ended;
import io.tetherkey.protocol.message.LinkReply.Enrolled;
import io.tetherkey.protocol.message.LinkReply.EnrolmentReply;
import io.tetherkey.protocol.message.LinkReply.Forward;
import io.tetherkey.protocol.message.LinkReply.PhoneInfo;
import io.tetherkey.protocol.message.LinkReply.SessionReply;
import io.tetherkey.protocol.message.LinkRequest.BeginEnrolment;
import io.tetherkey.protocol.message.LinkRequest.OpenSession;
import io.tetherkey.protocol.message.PhoneRecord;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.RefusedException;
import io.tetherkey.protocol.message.SlotInfo;
import io.tetherkey.protocol.transport.TransportException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Asks a phone as the client behind it does, and notes name, size and time of each message; never what it says. */
record RecordedPhone(PhoneClient phone, Timeline timeline) implements PhoneClient {

    private static final String DONE = "Done";

    /** One call to the phone. */
    @FunctionalInterface
    private interface Call<T> {
        T make() throws TransportException, ProtocolException, RefusedException, InterruptedException;
    }

    /** What its answer is called. */
    @FunctionalInterface
    private interface Naming<T> {
        void note(Timeline.Asked asked, T answer);
    }

    @Override
    public PhoneInfo info() throws TransportException, ProtocolException, RefusedException, InterruptedException {
        return ask("GetPhoneInfo", "", 0, phone::info, named("PhoneInfo"));
    }

    @Override
    public void trust(byte[] computerId, String computerName, Consumer<PhoneStatus> status)
            throws TransportException, ProtocolException, RefusedException, InterruptedException {
        ask(
                "TrustComputer",
                "",
                0,
                () -> {
                    phone.trust(computerId, computerName, noting("", status));
                    return DONE;
                },
                named(DONE));
    }

    @Override
    public List<SlotInfo> slots() throws TransportException, ProtocolException, RefusedException, InterruptedException {
        return ask("ListSlots", "", 0, phone::slots, named("Slots"));
    }

    @Override
    public SessionReply open(OpenSession request, Consumer<PhoneStatus> status)
            throws TransportException, ProtocolException, RefusedException, InterruptedException {
        int bytes = request.offer().length;
        return ask("OpenSession", "", bytes, () -> phone.open(request, noting("", status)), this::session);
    }

    @Override
    public SessionReply relay(byte[] sessionId, byte[] message, Consumer<PhoneStatus> status)
            throws TransportException, ProtocolException, RefusedException, InterruptedException {
        String session = Timeline.prefix(sessionId);
        return ask(
                "Relay",
                session,
                message.length,
                () -> phone.relay(sessionId, message, noting(session, status)),
                this::session);
    }

    @Override
    public EnrolmentReply beginEnrolment(BeginEnrolment request, Consumer<PhoneStatus> status)
            throws TransportException, ProtocolException, RefusedException, InterruptedException {
        int bytes = request.offer().length;
        return ask(
                "BeginEnrolment", "", bytes, () -> phone.beginEnrolment(request, noting("", status)), this::enrolment);
    }

    @Override
    public EnrolmentReply relayEnrolment(byte[] sessionId, byte[] message, Consumer<PhoneStatus> status)
            throws TransportException, ProtocolException, RefusedException, InterruptedException {
        String session = Timeline.prefix(sessionId);
        return ask(
                "Relay",
                session,
                message.length,
                () -> phone.relayEnrolment(sessionId, message, noting(session, status)),
                this::enrolment);
    }

    @Override
    public void deleteSlot(String slotId, Consumer<PhoneStatus> status)
            throws TransportException, ProtocolException, RefusedException, InterruptedException {
        ask(
                "DeleteSlot",
                "",
                0,
                () -> {
                    phone.deleteSlot(slotId, noting("", status));
                    return DONE;
                },
                named(DONE));
    }

    @Override
    public List<ComputerInfo> computers()
            throws TransportException, ProtocolException, RefusedException, InterruptedException {
        return ask("ListComputers", "", 0, phone::computers, named("Computers"));
    }

    @Override
    public void revokeComputer(byte[] handle)
            throws TransportException, ProtocolException, RefusedException, InterruptedException {
        ask(
                "RevokeComputer",
                "",
                0,
                () -> {
                    phone.revokeComputer(handle);
                    return DONE;
                },
                named(DONE));
    }

    @Override
    public List<PhoneRecord> records(long since)
            throws TransportException, ProtocolException, RefusedException, InterruptedException {
        return ask("ListRecords", "", 0, () -> phone.records(since), named("Records"));
    }

    @Override
    public void wink() throws TransportException, ProtocolException, RefusedException, InterruptedException {
        ask(
                "Wink",
                "",
                0,
                () -> {
                    phone.wink();
                    return DONE;
                },
                named(DONE));
    }

    @Override
    public boolean awaitLockNews(Duration atMost) throws InterruptedException {
        return phone.awaitLockNews(atMost);
    }

    @Override
    public void cancel() {
        timeline.ask(Way.TO_PHONE, "CANCEL", "", 0);
        phone.cancel();
    }

    @Override
    public void close() {
        phone.close();
    }

    private <T> T ask(String name, String session, int bytes, Call<T> call, Naming<T> naming)
            throws TransportException, ProtocolException, RefusedException, InterruptedException {
        Timeline.Asked asked = timeline.ask(Way.TO_PHONE, name, session, bytes);
        try {
            T answer = call.make();
            naming.note(asked, answer);
            return answer;
        } catch (TransportException e) {
            asked.answered("", 0, e.fault().name());
            throw e;
        } catch (ProtocolException e) {
            asked.answered("", 0, e.status().name());
            throw e;
        } catch (RefusedException e) {
            asked.answered("Refusal", 0, e.status().name());
            throw e;
        } catch (InterruptedException e) {
            asked.answered("", 0, "INTERRUPTED");
            throw e;
        }
    }

    private static <T> Naming<T> named(String name) {
        return (asked, answer) -> asked.answered(name, 0, TimelineEntry.OK);
    }

    private void session(Timeline.Asked asked, SessionReply reply) {
        switch (reply) {
            case Forward it -> asked.answered("Forward", it.sessionId(), it.message().length);
            case Ended it -> asked.answered("Ended", it.sessionId(), 0);
        }
    }

    private void enrolment(Timeline.Asked asked, EnrolmentReply reply) {
        switch (reply) {
            case Forward it -> asked.answered("Forward", it.sessionId(), it.message().length);
            case Enrolled it -> asked.answered("Enrolled", it.sessionId(), 0);
        }
    }

    /** A step of the phone is a message too; its seconds and tries are not noted. */
    private Consumer<PhoneStatus> noting(String session, Consumer<PhoneStatus> status) {
        return told -> {
            timeline.noted("KEEPALIVE", session, told.stage().name());
            status.accept(told);
        };
    }
}
