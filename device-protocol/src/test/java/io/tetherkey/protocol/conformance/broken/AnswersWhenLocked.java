package io.tetherkey.protocol.conformance.broken;

import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.StatusCode;
import java.util.List;

/** Tells its board although it is locked. */
public final class AnswersWhenLocked implements Mutation {
    @Override
    public LinkReply reply(LinkRequest request, LinkReply reply) {
        boolean locked = reply instanceof LinkReply.Refusal no && no.status() == StatusCode.LOCKED;
        return locked && request instanceof LinkRequest.ListSlots ? new LinkReply.Slots(List.of()) : reply;
    }
}
