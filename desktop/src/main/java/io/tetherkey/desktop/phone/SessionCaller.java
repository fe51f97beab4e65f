package io.tetherkey.desktop.phone;

import io.tetherkey.protocol.host.PhoneClient;
import io.tetherkey.protocol.message.LinkReply.Ended;
import io.tetherkey.protocol.message.LinkReply.Forward;
import io.tetherkey.protocol.message.LinkReply.SessionReply;
import io.tetherkey.protocol.message.LinkRequest.OpenSession;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.RefusedException;
import io.tetherkey.protocol.seal.CredentialSeal;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.seal.SealException;
import io.tetherkey.protocol.transport.TransportException;
import java.util.Arrays;
import java.util.function.Consumer;

/** Makes one call of a sealed session, sealing the login to the key of the present link so that the cable carries noise. */
final class SessionCaller {

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
            return FailedCall.gone(e);
        } catch (RefusedException e) {
            return FailedCall.refused(e);
        } catch (ProtocolException | SealException e) {
            return FailedCall.broken(e);
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
