package io.tetherkey.protocol.phone.virtual;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Reads phone scripts. A line is {@code [once] on "REGEX" do ACTION[, ACTION…] [once]}; {@code #} begins a comment
 * outside the quotes; inside them {@code \"} is a quote and everything else belongs to the expression.
 */
final class ScriptParser {
    private static final Pattern LINE =
            Pattern.compile("(?<once>once\\s+)?on\\s+\"(?<regex>(?:[^\"\\\\]|\\\\.)*)\"\\s+do\\s+(?<actions>[^\"]+)");
    private static final Pattern LAST_ONCE = Pattern.compile("(?<actions>.*\\S)\\s+once");
    private static final Pattern WAIT = Pattern.compile("wait\\s+(?<number>[0-9]{1,6})(?<unit>ms|s)");
    private static final Pattern TYPE = Pattern.compile("type\\s+(?<digits>[0-9]{6}|[0-9]{12})");
    private static final Pattern PRESS =
            Pattern.compile("press\\s+(?<button>approve|approve-unread|decline|ok|cancel)");

    private ScriptParser() {}

    static List<ScriptRule> parse(String text) throws ScriptException {
        List<ScriptRule> rules = new ArrayList<>();
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = withoutComment(lines[i]).strip();
            if (!line.isEmpty()) {
                rules.add(rule(i + 1, line));
            }
        }
        return rules;
    }

    private static ScriptRule rule(int number, String line) throws ScriptException {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new ScriptException(number, "expected  [once] on \"TEXT\" do ACTION[, ACTION]");
        }
        boolean once = parts.group("once") != null;
        String actions = parts.group("actions").strip();
        Matcher last = LAST_ONCE.matcher(actions);
        if (last.matches()) {
            once = true;
            actions = last.group("actions");
        }
        return new ScriptRule(pattern(number, parts.group("regex")), actions(number, actions), once);
    }

    private static Pattern pattern(int number, String quoted) throws ScriptException {
        try {
            return Pattern.compile(quoted.replace("\\\"", "\""), Pattern.MULTILINE);
        } catch (PatternSyntaxException e) {
            throw new ScriptException(number, "not a regular expression: " + e.getDescription());
        }
    }

    private static List<ScriptAction> actions(int number, String text) throws ScriptException {
        List<ScriptAction> actions = new ArrayList<>();
        for (String action : text.split(",", -1)) {
            actions.add(action(number, action.strip()));
        }
        return actions;
    }

    private static ScriptAction action(int number, String text) throws ScriptException {
        return switch (text) {
            case "unplug" -> new ScriptAction.Unplug();
            case "plug" -> new ScriptAction.Plug();
            case "power-cut" -> new ScriptAction.PowerCut();
            case "lock" -> new ScriptAction.Lock();
            case "unlock" -> new ScriptAction.Unlock();
            default -> actionWithValue(number, text);
        };
    }

    private static ScriptAction actionWithValue(int number, String text) throws ScriptException {
        Matcher type = TYPE.matcher(text);
        if (type.matches()) {
            return new ScriptAction.Type(type.group("digits"));
        }
        Matcher press = PRESS.matcher(text);
        if (press.matches()) {
            String button = press.group("button").toUpperCase(Locale.ROOT).replace('-', '_');
            return new ScriptAction.Press(ScriptAction.Button.valueOf(button));
        }
        Matcher wait = WAIT.matcher(text);
        if (wait.matches()) {
            long value = Long.parseLong(wait.group("number"));
            boolean seconds = wait.group("unit").equals("s");
            return new ScriptAction.Wait(seconds ? Duration.ofSeconds(value) : Duration.ofMillis(value));
        }
        throw new ScriptException(number, refusal(text));
    }

    /** Says what is wrong without repeating digits that may be a secret. */
    private static String refusal(String text) {
        if (text.startsWith("type")) {
            return "type needs the six digits of a payment key or the twelve of an activation code";
        }
        if (text.startsWith("press")) {
            return "press needs approve, approve-unread, decline, ok or cancel";
        }
        if (text.startsWith("wait")) {
            return "wait needs a time such as 500ms or 2s";
        }
        return "unknown action \"" + text + "\"; known are type, press, wait, unplug, plug, power-cut, lock, unlock";
    }

    private static String withoutComment(String line) {
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '#' && !quoted) {
                return line.substring(0, i);
            }
        }
        return line;
    }
}
