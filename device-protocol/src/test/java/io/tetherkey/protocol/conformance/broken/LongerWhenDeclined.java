package io.tetherkey.protocol.conformance.broken;

import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.SealedMessage;
import io.tetherkey.protocol.phone.UserAction;
import java.util.Arrays;
import java.util.List;

/** Tells by the length of its message that the user declined. */
public final class LongerWhenDeclined implements Mutation {
    private boolean declined;

    @Override
    public List<UserAction> acted(UserAction action) {
        declined = action instanceof UserAction.Decline;
        return List.of(action);
    }

    @Override
    public LinkReply reply(LinkRequest request, LinkReply reply) {
        if (!declined || !(reply instanceof LinkReply.Forward forward)) {
            return reply;
        }
        declined = false;
        try {
            SealedMessage message = SealedMessage.decode(forward.message());
            byte[] longer = Arrays.copyOf(message.sealed(), message.sealed().length + 256);
            return new LinkReply.Forward(
                    forward.sessionId(), new SealedMessage(message.sessionId(), message.sequence(), longer).encode());
        } catch (ProtocolException e) {
            return reply;
        }
    }
}
