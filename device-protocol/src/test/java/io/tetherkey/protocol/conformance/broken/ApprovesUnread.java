package io.tetherkey.protocol.conformance.broken;

import io.tetherkey.protocol.phone.UserAction;
import java.util.List;

/** Takes an approval before the text was read. */
public final class ApprovesUnread implements Mutation {
    @Override
    public List<UserAction> acted(UserAction action) {
        return action instanceof UserAction.Approve ? List.of(new UserAction.EndReached(), action) : List.of(action);
    }
}
