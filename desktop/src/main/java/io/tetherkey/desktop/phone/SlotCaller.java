package io.tetherkey.desktop.phone;

import io.tetherkey.protocol.host.PhoneClient;
import io.tetherkey.protocol.message.LinkReply.Enrolled;
import io.tetherkey.protocol.message.LinkReply.EnrolmentReply;
import io.tetherkey.protocol.message.LinkReply.Forward;
import io.tetherkey.protocol.message.LinkRequest.BeginEnrolment;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.RefusedException;
import io.tetherkey.protocol.seal.CredentialSeal;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.seal.SealException;
import io.tetherkey.protocol.transport.TransportException;
import java.util.function.Consumer;

/** Makes one call that changes slots, sealing the user name to the key of the present link. */
final class SlotCaller {

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
            return FailedCall.gone(e);
        } catch (RefusedException e) {
            return FailedCall.refused(e);
        } catch (ProtocolException | SealException e) {
            return FailedCall.broken(e);
        }
    }

    private static SlotReply reply(EnrolmentReply reply) {
        return switch (reply) {
            case Forward forward -> new PhoneReply.Forwarded(forward.message());
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
