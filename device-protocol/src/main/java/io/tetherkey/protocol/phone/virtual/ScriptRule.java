package io.tetherkey.protocol.phone.virtual;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One line of a script: when a screen appears in whose text the pattern is found, the actions are done in order.
 *
 * @param once whether the rule is spent after its first use
 */
public record ScriptRule(Pattern pattern, List<ScriptAction> actions, boolean once) {
    public ScriptRule {
        actions = List.copyOf(actions);
    }

    boolean matches(String screenText) {
        return pattern.matcher(screenText).find();
    }
}
