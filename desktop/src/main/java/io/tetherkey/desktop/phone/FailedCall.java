package io.tetherkey.desktop.phone;

import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.RefusedException;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.transport.TransportException;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a failed call to the phone comes to, and its one line in the log. */
final class FailedCall {

    private static final Logger LOG = LoggerFactory.getLogger(FailedCall.class);

    private FailedCall() {}

    /** The cable or the phone went away. */
    static PhoneReply.Failed gone(TransportException why) {
        LOG.info("the phone went away: {}", why.fault());
        return new PhoneReply.Gone(Fault.PHONE_LOST);
    }

    /** The phone said no; a locked one can be asked again. */
    static PhoneReply.Failed refused(RefusedException why) {
        LOG.info("the phone refused: {}", why.status());
        return why.status() == StatusCode.LOCKED
                ? new PhoneReply.Gone(Fault.PHONE_LOCKED)
                : new PhoneReply.Refused(Fault.of(why.status()), why.attemptsLeft());
    }

    /** What came from the phone is not of the protocol. */
    static PhoneReply.Failed broken(Exception why) {
        LOG.warn("the phone broke the protocol", why);
        return new PhoneReply.Refused(Fault.PHONE_BROKE_PROTOCOL, OptionalInt.empty());
    }
}
