package io.tetherkey.protocol.conformance.broken;

import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.StatusCode;

/** Answers a message out of its turn as if it were due. */
public final class TakesMessagesOutOfTurn implements Mutation {
    @Override
    public LinkReply reply(LinkRequest request, LinkReply reply) {
        boolean outOfTurn = reply instanceof LinkReply.Refusal no && no.status() == StatusCode.CONFLICT;
        return outOfTurn && request instanceof LinkRequest.Relay relay
                ? new LinkReply.Forward(relay.sessionId(), new byte[100])
                : reply;
    }
}
