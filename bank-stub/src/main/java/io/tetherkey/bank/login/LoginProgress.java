package io.tetherkey.bank.login;

import io.tetherkey.protocol.message.Fault;

/**
 * How a login stands for the browser that asked.
 *
 * <pre>
 * Waiting ─ticket opened→ Opened ─allowed→ Allowed ─right code→ Finished
 * each but Finished ─refused, given up, too late→ Ended
 * </pre>
 */
public sealed interface LoginProgress {

    /** The link was not opened yet. */
    record Waiting() implements LoginProgress {}

    /** App and phone are at it. */
    record Opened() implements LoginProgress {}

    /** The phone was allowed in; the browser has to show the completion code. */
    record Allowed() implements LoginProgress {}

    /** This browser is logged in. */
    record Finished() implements LoginProgress {}

    /** It will not come to a login any more. */
    record Ended(Fault why) implements LoginProgress {}

    /** Whether nothing changes any more. */
    default boolean last() {
        return switch (this) {
            case Waiting waiting -> false;
            case Opened opened -> false;
            case Allowed allowed -> false;
            case Finished finished -> true;
            case Ended ended -> true;
        };
    }
}
