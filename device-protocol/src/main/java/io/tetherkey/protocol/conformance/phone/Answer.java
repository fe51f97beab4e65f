package io.tetherkey.protocol.conformance.phone;

import io.tetherkey.protocol.conformance.CaseFailure;
import io.tetherkey.protocol.message.LinkCodec;
import io.tetherkey.protocol.message.LinkMessage;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.StatusCode;
import java.util.Locale;
import java.util.OptionalInt;

/** How the phone answered a request: with a message or with an ERROR. */
public sealed interface Answer {

    /** The reply's bytes as they came. */
    record Message(byte[] bytes) implements Answer {
        public Message {
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }
    }

    /** @param code the status in the ERROR frame, known or not */
    record Error(int code) implements Answer {}

    /** The refusal's status, told by an ERROR or by a refusal message; empty for every other reply. */
    default OptionalInt refusal() throws CaseFailure {
        return switch (this) {
            case Error(int code) -> OptionalInt.of(code);
            case Message message ->
                message.reply() instanceof LinkReply.Refusal no
                        ? OptionalInt.of(no.status().code())
                        : OptionalInt.empty();
        };
    }

    /** The reply; an ERROR is no reply. */
    default LinkReply reply() throws CaseFailure {
        return switch (this) {
            case Error(int code) -> throw new CaseFailure("a reply", "ERROR " + name(code));
            case Message(byte[] bytes) -> decode(bytes);
        };
    }

    /** @throws CaseFailure unless the reply is of this kind */
    default <R extends LinkReply> R reply(Class<R> kind) throws CaseFailure {
        LinkReply reply = reply();
        if (!kind.isInstance(reply)) {
            throw new CaseFailure(kind.getSimpleName(), describe());
        }
        return kind.cast(reply);
    }

    /** @throws CaseFailure unless the phone refused with one of these codes */
    default void requireRefusal(StatusCode... allowed) throws CaseFailure {
        OptionalInt code = refusal();
        for (StatusCode status : allowed) {
            if (code.isPresent() && code.getAsInt() == status.code()) {
                return;
            }
        }
        throw new CaseFailure("refused with " + names(allowed), describe());
    }

    /** A few words for the report, without contents. */
    default String describe() throws CaseFailure {
        OptionalInt code = refusal();
        if (code.isPresent()) {
            return (this instanceof Error ? "ERROR " : "refused with ") + name(code.getAsInt());
        }
        return reply().getClass().getSimpleName();
    }

    private static LinkReply decode(byte[] bytes) throws CaseFailure {
        try {
            LinkMessage message = LinkCodec.decode(bytes);
            if (message instanceof LinkReply reply) {
                return reply;
            }
            throw new CaseFailure("a reply", "a command");
        } catch (ProtocolException e) {
            throw new CaseFailure("a reply in the strict profile", String.valueOf(e.getMessage()));
        }
    }

    private static String names(StatusCode... codes) {
        StringBuilder names = new StringBuilder();
        for (StatusCode code : codes) {
            names.append(names.isEmpty() ? "" : " or ").append(code.name());
        }
        return names.toString();
    }

    /** The status's name and code, such as {@code BUSY (02)}. */
    static String name(int code) {
        String hex = String.format(Locale.ROOT, "%02X", code);
        return StatusCode.fromCode(code)
                .map(status -> status + " (" + hex + ")")
                .orElse("unknown (" + hex + ")");
    }
}
