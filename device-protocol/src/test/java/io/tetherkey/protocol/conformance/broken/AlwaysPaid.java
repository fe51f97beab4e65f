package io.tetherkey.protocol.conformance.broken;

import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.SessionOutcome;
import io.tetherkey.protocol.message.SlotResult;

/** Says paid, whatever the bank's Receipt says. */
public final class AlwaysPaid implements Mutation {
    @Override
    public LinkReply reply(LinkRequest request, LinkReply reply) {
        if (!(reply instanceof LinkReply.Ended ended) || ended.outcome().result() == SlotResult.VOID) {
            return reply;
        }
        SessionOutcome told = ended.outcome();
        return new LinkReply.Ended(
                ended.sessionId(),
                new SessionOutcome(SlotResult.PAID, told.attemptsLeft(), told.receipt(), told.evidence()));
    }
}
