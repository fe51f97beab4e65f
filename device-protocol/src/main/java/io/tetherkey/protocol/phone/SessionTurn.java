package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.StatusCode;
import java.util.Arrays;
import java.util.OptionalInt;

/** What a session gives back for one request or one deed of the user. */
sealed interface SessionTurn {

    /**
     * An answer that is in the flash already.
     *
     * @param next what the phone shows now
     */
    record Answered(LinkReply reply, Foreground next) implements SessionTurn {}

    /** An answer that changes nothing on the phone. */
    record Repeated(LinkReply reply) implements SessionTurn {}

    /** The user is asked first. */
    record Asking(Foreground.Prompt prompt) implements SessionTurn {}

    /** The phone asks this very thing already; the answer goes to the command that came last. */
    record AskedAlready() implements SessionTurn {}

    /** Whether this turn asks what the phone asks already. */
    default boolean asksAgain(Foreground open) {
        return this instanceof Asking(Foreground.Prompt next)
                && open instanceof Foreground.Prompt asked
                && Arrays.equals(asked.sessionId(), next.sessionId());
    }

    static Repeated refused(StatusCode status) {
        return new Repeated(new LinkReply.Refusal(status, OptionalInt.empty()));
    }
}
