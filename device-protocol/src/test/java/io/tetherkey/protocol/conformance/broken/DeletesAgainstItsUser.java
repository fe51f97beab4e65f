package io.tetherkey.protocol.conformance.broken;

import io.tetherkey.protocol.phone.UserAction;
import io.tetherkey.protocol.phone.screen.Screen;
import java.util.List;

/** Deletes a bank also when its user says no. */
public final class DeletesAgainstItsUser implements Mutation {
    private boolean asked;

    @Override
    public Screen shown(Screen screen) {
        asked = screen instanceof Screen.ConfirmDeletion;
        return screen;
    }

    @Override
    public List<UserAction> acted(UserAction action) {
        return asked && action instanceof UserAction.Decline ? List.of(new UserAction.Approve()) : List.of(action);
    }
}
