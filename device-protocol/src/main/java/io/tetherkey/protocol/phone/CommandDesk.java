package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.phone.flash.FlashException;
import java.time.Instant;
import java.util.Arrays;

/** What the commands of a session or an enrolment lead to, by what the phone is about. */
record CommandDesk(SessionDesk sessions, EnrolmentDesk enrolments) {

    SessionTurn begin(
            Foreground shown, LinkRequest.BeginEnrolment begin, LinkContext link, Carrier carrier, Instant now)
            throws FlashException {
        boolean pending = shown instanceof Foreground.EnrolmentPrompt prompt
                && enrolments.isPending(prompt.sessionId(), begin.offer(), carrier);
        return pending ? new SessionTurn.AskedAlready() : enrolments.begin(begin, link, carrier, now);
    }

    SessionTurn relay(Foreground shown, LinkRequest.Relay relay, Carrier carrier, Instant now) throws FlashException {
        if (shown instanceof Foreground.Prompt prompt) {
            if (!Arrays.equals(prompt.sessionId(), relay.sessionId())) {
                return SessionTurn.refused(StatusCode.BUSY);
            }
            if (isPending(prompt, relay, carrier)) {
                return new SessionTurn.AskedAlready();
            }
        }
        return enrolments.knows(relay.sessionId())
                ? enrolments.relay(relay, carrier, now)
                : sessions.relay(relay, carrier, now);
    }

    private boolean isPending(Foreground.Prompt prompt, LinkRequest.Relay relay, Carrier carrier)
            throws FlashException {
        return switch (prompt) {
            case Foreground.SessionPrompt asked -> sessions.isPending(asked.sessionId(), relay, carrier);
            case Foreground.EnrolmentPrompt asked -> enrolments.isPending(asked.sessionId(), relay.message(), carrier);
            case Foreground.DeletionAsked asked -> false;
        };
    }
}
