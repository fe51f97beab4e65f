package io.tetherkey.protocol.conformance.broken;

import io.tetherkey.protocol.phone.UserAction;
import java.util.List;

/** Takes another activation code than the one that was typed. */
public final class TypesAnotherCode implements Mutation {
    private static final int CODE = 12;

    @Override
    public List<UserAction> acted(UserAction action) {
        return action instanceof UserAction.DigitsTyped(char[] digits) && digits.length == CODE
                ? List.of(new UserAction.DigitsTyped("111122223333".toCharArray()))
                : List.of(action);
    }
}
