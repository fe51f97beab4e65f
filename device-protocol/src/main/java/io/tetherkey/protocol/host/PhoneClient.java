package io.tetherkey.protocol.host;

import io.tetherkey.protocol.message.ComputerInfo;
import io.tetherkey.protocol.message.LinkReply.EnrolmentReply;
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

/**
 * One phone that is plugged in, for as long as the cable holds (PROTOCOL.md, "Commands").
 *
 * <p>Every call but {@link #cancel()} and {@link #close()} blocks until the phone answers, so it belongs on a worker
 * thread. Calls may come from several threads and are carried out one after the other. Status reports are handed to the
 * consumer on the calling thread, each time that the status changes. An interrupt cancels the request on the phone and
 * throws {@link InterruptedException}.
 *
 * <p>Each call throws {@link TransportException} if the cable is or goes away: what the phone did is then not known, and
 * the same request may be sent again through the next client. It throws {@link ProtocolException} if the phone breaks
 * the specification, and {@link RefusedException} if the phone says no.
 */
public interface PhoneClient extends AutoCloseable {

    /** What the phone tells anyone, and the credential key of this link. */
    PhoneInfo info() throws TransportException, ProtocolException, RefusedException, InterruptedException;

    /**
     * Introduces this computer; waits for the user of a phone that does not know it.
     *
     * @param computerId 16 bytes
     * @param computerName at most 64 characters, shown on the phone
     */
    void trust(byte[] computerId, String computerName, Consumer<PhoneStatus> status)
            throws TransportException, ProtocolException, RefusedException, InterruptedException;

    /** The board of banks; spends no try. */
    List<SlotInfo> slots() throws TransportException, ProtocolException, RefusedException, InterruptedException;

    /** Opens a sealed session, or goes on with it if the phone knows the offer. */
    SessionReply open(OpenSession request, Consumer<PhoneStatus> status)
            throws TransportException, ProtocolException, RefusedException, InterruptedException;

    /**
     * Hands the bank's message to the phone. The same bytes get the same answer.
     *
     * @param sessionId 16 bytes
     */
    SessionReply relay(byte[] sessionId, byte[] message, Consumer<PhoneStatus> status)
            throws TransportException, ProtocolException, RefusedException, InterruptedException;

    /**
     * Begins an enrolment, or goes on with it if the phone knows the offer; waits for the user, who types the activation
     * code or confirms the renewal on the phone. SLOT_EXISTS if the bank is enabled on this phone already.
     */
    EnrolmentReply beginEnrolment(BeginEnrolment request, Consumer<PhoneStatus> status)
            throws TransportException, ProtocolException, RefusedException, InterruptedException;

    /**
     * Hands the bank's message of an enrolment to the phone. The same bytes get the same answer.
     *
     * @param sessionId 16 bytes
     */
    EnrolmentReply relayEnrolment(byte[] sessionId, byte[] message, Consumer<PhoneStatus> status)
            throws TransportException, ProtocolException, RefusedException, InterruptedException;

    /** Erases a slot's keys once its user confirmed on the phone; the records stay. */
    void deleteSlot(String slotId, Consumer<PhoneStatus> status)
            throws TransportException, ProtocolException, RefusedException, InterruptedException;

    /** The computers that the phone trusts. */
    List<ComputerInfo> computers() throws TransportException, ProtocolException, RefusedException, InterruptedException;

    /**
     * Takes trust away from a computer; if it is this one, every later call but {@link #info} and {@link #trust} is
     * refused.
     *
     * @param handle 8 bytes, as listed
     */
    void revokeComputer(byte[] handle)
            throws TransportException, ProtocolException, RefusedException, InterruptedException;

    /** Results with a number above {@code since}, at most 64 a call, in the order of their numbers. */
    List<PhoneRecord> records(long since)
            throws TransportException, ProtocolException, RefusedException, InterruptedException;

    /** Makes the phone show that it is the one. */
    void wink() throws TransportException, ProtocolException, RefusedException, InterruptedException;

    /**
     * Waits until the phone tells that it was locked or unlocked, or the link is over; returns at once if it did so since
     * the last call.
     *
     * @param atMost the longest wait
     * @return false, at once, if this phone does not tell, so that it has to be asked
     */
    default boolean awaitLockNews(Duration atMost) throws InterruptedException {
        return false;
    }

    /**
     * Asks the phone to give up what it is doing, from any thread and any number of times; returns at once. The call in
     * progress ends as the phone decides: a phone that has already signed answers with the signature.
     */
    void cancel();

    /** Says goodbye and closes the connection; a call in progress throws {@link TransportException}. */
    @Override
    void close();
}
