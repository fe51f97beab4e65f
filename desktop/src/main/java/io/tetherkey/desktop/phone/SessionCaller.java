package io.tetherkey.desktop.phone;

import io.tetherkey.protocol.host.PhoneClient;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.LinkReply.Ended;
import io.tetherkey.protocol.message.LinkReply.Forward;
import io.tetherkey.protocol.message.LinkReply.SessionReply;
import io.tetherkey.protocol.message.LinkRequest.OpenSession;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.RefusedException;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.seal.CredentialSeal;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.seal.SealException;
import io.tetherkey.protocol.transport.TransportException;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes one call of a sealed session, sealing the login to the key of the present link so that the cable carries noise. */
final class SessionCaller {

    private static final Logger LOG = LoggerFactory.getLogger(SessionCaller.class);

    private final RandomSource random;

    SessionCaller(RandomSource random) {
        this.random = random;
    }

    PhoneReply call(PhoneClient phone, PhoneCall call, Login login, Consumer<PhoneStatus> status)
            throws InterruptedException {
        try {
            SessionReply reply = switch (call) {
                case PhoneCall.Open open -> phone.open(sealed(phone, open, login), status);
                case PhoneCall.Relay relay -> phone.relay(relay.sessionId(), relay.message(), status);
            };
            return switch (reply) {
                case Forward forward -> new PhoneReply.Forwarded(forward.message());
                case Ended ended -> new PhoneReply.Ended(ended.outcome());
            };
        } catch (TransportException e) {
            LOG.info("the phone went away: {}", e.fault());
            return new PhoneReply.Gone(Fault.PHONE_LOST);
        } catch (RefusedException e) {
            LOG.info("the phone refused: {}", e.status());
            return e.status() == StatusCode.LOCKED
                    ? new PhoneReply.Gone(Fault.PHONE_LOCKED)
                    : new PhoneReply.Refused(Fault.of(e.status()), e.attemptsLeft());
        } catch (ProtocolException | SealException e) {
            LOG.warn("the phone broke the protocol", e);
            return new PhoneReply.Refused(Fault.PHONE_BROKE_PROTOCOL, OptionalInt.empty());
        }
    }

    private OpenSession sealed(PhoneClient phone, PhoneCall.Open open, Login login)
            throws TransportException, ProtocolException, RefusedException, InterruptedException, SealException {
        char[] password = login.password();
        try {
            byte[] key = phone.info().credentialKey();
            var credentials = CredentialSeal.seal(key, open.offer(), login.userName(), password, random);
            return new OpenSession(open.bankId(), open.offer(), open.origin(), credentials);
        } finally {
            Arrays.fill(password, '\0');
        }
    }
}
