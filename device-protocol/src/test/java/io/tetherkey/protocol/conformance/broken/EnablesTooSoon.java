package io.tetherkey.protocol.conformance.broken;

import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.SlotInfo;

/** Shows a bank as enabled as soon as the activation code was typed. */
public final class EnablesTooSoon implements Mutation {
    private String begun = "";

    @Override
    public LinkReply reply(LinkRequest request, LinkReply reply) {
        if (request instanceof LinkRequest.BeginEnrolment begin && reply instanceof LinkReply.Forward) {
            begun = begin.bankId();
        } else if (reply instanceof LinkReply.Enrolled) {
            begun = "";
        } else if (reply instanceof LinkReply.Slots board) {
            String bankId = begun;
            begun = "";
            return new LinkReply.Slots(board.slots().stream()
                    .map(each -> each.bankId().equals(bankId) ? enabled(each) : each)
                    .toList());
        }
        return reply;
    }

    private static SlotInfo enabled(SlotInfo slot) {
        return ChangedRow.of(slot, true, slot.validUntil(), slot.attemptsLeft());
    }
}
