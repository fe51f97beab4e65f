package io.tetherkey.cli;

import io.tetherkey.protocol.message.Fault;
import org.jspecify.annotations.Nullable;

/** A command could not do what it was asked: one sentence for the user, with its stable code. */
public final class CommandFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param sentence one whole sentence with the facts, without the code */
    public CommandFailure(Fault fault, String sentence) {
        this(fault, sentence, null);
    }

    /** As above; the cause is shown with {@code --verbose} only. */
    public CommandFailure(Fault fault, String sentence, @Nullable Throwable cause) {
        super(fault.code() + " " + sentence, cause);
        this.code = fault.code();
    }

    private CommandFailure(String codedSentence) {
        super(codedSentence);
        this.code = codedSentence.substring(0, codedSentence.indexOf(' '));
    }

    /** @param codedSentence begins with its code, as another process has said it */
    static CommandFailure ofSentence(String codedSentence) {
        return new CommandFailure(codedSentence);
    }

    public String code() {
        return code;
    }
}
