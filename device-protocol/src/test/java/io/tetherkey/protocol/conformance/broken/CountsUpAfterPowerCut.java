package io.tetherkey.protocol.conformance.broken;

import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.SlotInfo;

/** Gives all ten attempts back when its power was cut. */
public final class CountsUpAfterPowerCut implements Mutation {
    private static final int MOST = 10;

    private boolean wasCut;

    @Override
    public void powerCut() {
        wasCut = true;
    }

    @Override
    public LinkReply reply(LinkRequest request, LinkReply reply) {
        if (!wasCut || !(reply instanceof LinkReply.Slots board)) {
            return reply;
        }
        wasCut = false;
        return new LinkReply.Slots(board.slots().stream()
                .map(each -> each.enabled() ? full(each) : each)
                .toList());
    }

    private static SlotInfo full(SlotInfo slot) {
        return ChangedRow.of(slot, slot.enabled(), slot.validUntil(), MOST);
    }
}
