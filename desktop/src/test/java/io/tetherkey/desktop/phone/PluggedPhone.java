package io.tetherkey.desktop.phone;

import io.tetherkey.protocol.host.PhoneClient;
import io.tetherkey.protocol.message.ComputerInfo;
import io.tetherkey.protocol.message.LinkReply.EnrolmentReply;
import io.tetherkey.protocol.message.LinkReply.PhoneInfo;
import io.tetherkey.protocol.message.LinkReply.SessionReply;
import io.tetherkey.protocol.message.LinkRequest.BeginEnrolment;
import io.tetherkey.protocol.message.LinkRequest.OpenSession;
import io.tetherkey.protocol.message.PhoneRecord;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.RefusedException;
import io.tetherkey.protocol.message.SlotInfo;
import io.tetherkey.protocol.message.Stage;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.message.WaitReason;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** An unlocked phone that tells its board once it may, and whose sessions find the cable pulled. */
final class PluggedPhone implements PhoneClient {

    /** What the phone thinks of this computer. */
    enum Acquaintance {
        /** It was introduced on this link. */
        INTRODUCED,
        /** It is trusted once it was introduced on this link. */
        KNOWN,
        /** The user has to be asked. */
        STRANGER
    }

    private final String model;
    private final List<SlotInfo> board;
    private final CountDownLatch mayAnswer;
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private volatile Acquaintance computer;
    final AtomicInteger winks = new AtomicInteger();
    final AtomicInteger questions = new AtomicInteger();
    final CountDownLatch waitsForItsUser = new CountDownLatch(1);

    PluggedPhone(String model, List<SlotInfo> board, CountDownLatch mayAnswer) {
        this(model, board, mayAnswer, Acquaintance.INTRODUCED);
    }

    PluggedPhone(String model, List<SlotInfo> board, CountDownLatch mayAnswer, Acquaintance computer) {
        this.computer = computer;
        this.model = model;
        this.board = board;
        this.mayAnswer = mayAnswer;
    }

    @Override
    public PhoneInfo info() {
        return new PhoneInfo(model, false, computer == Acquaintance.INTRODUCED, new byte[32]);
    }

    @Override
    public List<SlotInfo> slots() throws RefusedException, InterruptedException {
        if (computer != Acquaintance.INTRODUCED) {
            throw new RefusedException(StatusCode.CONSENT_REQUIRED, "This computer is not trusted.");
        }
        mayAnswer.await();
        return board;
    }

    @Override
    public SessionReply relay(byte[] sessionId, byte[] message, Consumer<PhoneStatus> status)
            throws TransportException {
        throw new TransportException(TransportFault.UNPLUGGED, "The phone was unplugged.");
    }

    @Override
    public void trust(byte[] computerId, String computerName, Consumer<PhoneStatus> status)
            throws RefusedException, InterruptedException {
        if (computer == Acquaintance.STRANGER) {
            questions.incrementAndGet();
            status.accept(new PhoneStatus(WaitReason.WAIT_CONSENT, Stage.TRUST_COMPUTER, 60, OptionalInt.empty()));
            waitsForItsUser.countDown();
            cancelled.await();
            throw new RefusedException(StatusCode.CANCELLED, "The computer took its question back.");
        }
        computer = Acquaintance.INTRODUCED;
    }

    @Override
    public SessionReply open(OpenSession request, Consumer<PhoneStatus> status) {
        throw new UnsupportedOperationException("open");
    }

    @Override
    public EnrolmentReply beginEnrolment(BeginEnrolment request, Consumer<PhoneStatus> status) {
        throw new UnsupportedOperationException("beginEnrolment");
    }

    @Override
    public EnrolmentReply relayEnrolment(byte[] sessionId, byte[] message, Consumer<PhoneStatus> status) {
        throw new UnsupportedOperationException("relayEnrolment");
    }

    @Override
    public void deleteSlot(String slotId, Consumer<PhoneStatus> status) {
        throw new UnsupportedOperationException("deleteSlot");
    }

    @Override
    public List<ComputerInfo> computers() {
        throw new UnsupportedOperationException("computers");
    }

    @Override
    public void revokeComputer(byte[] handle) {
        throw new UnsupportedOperationException("revokeComputer");
    }

    @Override
    public List<PhoneRecord> records(long since) {
        throw new UnsupportedOperationException("records");
    }

    @Override
    public void wink() {
        winks.incrementAndGet();
    }

    @Override
    public void cancel() {
        cancelled.countDown();
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    boolean wasCancelled() {
        return cancelled.getCount() == 0;
    }
}
