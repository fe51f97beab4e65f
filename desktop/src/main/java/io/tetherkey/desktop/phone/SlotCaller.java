package io.tetherkey.desktop.phone;

import io.tetherkey.protocol.host.PhoneClient;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.LinkReply.Enrolled;
import io.tetherkey.protocol.message.LinkReply.EnrolmentReply;
import io.tetherkey.protocol.message.LinkReply.Forward;
import io.tetherkey.protocol.message.LinkRequest.BeginEnrolment;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.RefusedException;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.seal.CredentialSeal;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.seal.SealException;
import io.tetherkey.protocol.transport.TransportException;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes one call that changes slots, sealing the user name to the key of the present link. */
final class SlotCaller {

    private static final Logger LOG = LoggerFactory.getLogger(SlotCaller.class);

    private final RandomSource random;

    SlotCaller(RandomSource random) {
        this.random = random;
    }

    SlotReply call(PhoneClient phone, SlotCall call, EnrolmentPapers papers, Consumer<PhoneStatus> status)
            throws InterruptedException {
        try {
            return switch (call) {
                case SlotCall.Begin begin -> reply(phone.beginEnrolment(sealed(phone, begin, papers), status));
                case SlotCall.Relay relay -> reply(phone.relayEnrolment(relay.sessionId(), relay.message(), status));
                case SlotCall.Delete delete -> {
                    phone.deleteSlot(delete.slotId(), status);
                    yield new SlotReply.Done();
                }
            };
        } catch (TransportException e) {
            LOG.info("the phone went away: {}", e.fault());
            return new SlotReply.Gone(Fault.PHONE_LOST);
        } catch (RefusedException e) {
            LOG.info("the phone refused: {}", e.status());
            return e.status() == StatusCode.LOCKED
                    ? new SlotReply.Gone(Fault.PHONE_LOCKED)
                    : new SlotReply.Refused(Fault.of(e.status()), e.attemptsLeft());
        } catch (ProtocolException | SealException e) {
            LOG.warn("the phone broke the protocol", e);
            return new SlotReply.Refused(Fault.PHONE_BROKE_PROTOCOL, OptionalInt.empty());
        }
    }

    private static SlotReply reply(EnrolmentReply reply) {
        return switch (reply) {
            case Forward forward -> new SlotReply.Forwarded(forward.message());
            case Enrolled enrolled -> new SlotReply.Done();
        };
    }

    private BeginEnrolment sealed(PhoneClient phone, SlotCall.Begin begin, EnrolmentPapers papers)
            throws TransportException, ProtocolException, RefusedException, InterruptedException, SealException {
        byte[] key = phone.info().credentialKey();
        var credentials = CredentialSeal.seal(key, begin.offer(), papers.userName(), new char[0], random);
        return new BeginEnrolment(begin.bankId(), papers.signedDirectory(), begin.offer(), credentials);
    }
}
