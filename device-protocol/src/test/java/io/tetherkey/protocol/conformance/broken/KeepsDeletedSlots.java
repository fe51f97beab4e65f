package io.tetherkey.protocol.conformance.broken;

import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.SlotInfo;
import java.util.List;

/** Goes on showing a bank that was deleted, until it is enrolled again. */
public final class KeepsDeletedSlots implements Mutation {
    private List<SlotInfo> board = List.of();
    private boolean deleted;

    @Override
    public LinkReply reply(LinkRequest request, LinkReply reply) {
        if (request instanceof LinkRequest.DeleteSlot && reply instanceof LinkReply.Done) {
            deleted = true;
        } else if (reply instanceof LinkReply.Enrolled) {
            deleted = false;
        } else if (reply instanceof LinkReply.Slots told) {
            board = deleted ? board : told.slots();
            return new LinkReply.Slots(board);
        }
        return reply;
    }
}
