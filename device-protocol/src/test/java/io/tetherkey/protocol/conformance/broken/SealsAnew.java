package io.tetherkey.protocol.conformance.broken;

import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Answers a message that comes again with other bytes than the first time. */
public final class SealsAnew implements Mutation {
    private final Set<Integer> answered = new HashSet<>();

    @Override
    public LinkReply reply(LinkRequest request, LinkReply reply) {
        boolean again = request instanceof LinkRequest.Relay relay && !answered.add(Arrays.hashCode(relay.message()));
        if (!again || !(reply instanceof LinkReply.Forward forward)) {
            return reply;
        }
        byte[] other = forward.message();
        other[other.length - 1] ^= 1;
        return new LinkReply.Forward(forward.sessionId(), other);
    }
}
