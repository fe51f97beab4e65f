package io.tetherkey.protocol.link;

import io.tetherkey.protocol.link.HostState.Cancelling;
import io.tetherkey.protocol.link.HostState.Closed;
import io.tetherkey.protocol.link.HostState.Greeting;
import io.tetherkey.protocol.link.HostState.Lost;
import io.tetherkey.protocol.link.HostState.Ready;
import io.tetherkey.protocol.link.HostState.Sending;
import io.tetherkey.protocol.link.HostState.Waiting;

/** How long the owner of the PC's end may sleep: a link at rest costs nothing. Times in milliseconds. */
public final class HostQuiet {
    private HostQuiet() {}

    /** For how long a {@link HostEvent.Tick} changes nothing if nothing else happens; 0 if one is due. */
    public static long millis(HostState state, long now) {
        return switch (state) {
            case Closed _, Lost _ -> LinkLimits.LOST_AFTER;
            case Greeting greeting -> greeting(greeting, now);
            case Ready ready -> ready.channel().quietFor(ready.silence(), now);
            case Waiting waiting -> waiting.channel().quietFor(Silence.SHORT, now);
            case Sending sending -> sooner(sending.channel(), sending.request(), now);
            case Cancelling cancelling -> sooner(cancelling.channel(), cancelling.cancel(), now);
        };
    }

    private static long greeting(Greeting state, long now) {
        long again = state.sentAt() + LinkLimits.RETRANSMIT_AFTER;
        long over = state.since() + LinkLimits.LOST_AFTER;
        return Math.max(0, Math.min(again, over) - now);
    }

    private static long sooner(LinkChannel channel, Outgoing sent, long now) {
        return Math.min(channel.quietFor(Silence.SHORT, now), sent.dueIn(now));
    }
}
