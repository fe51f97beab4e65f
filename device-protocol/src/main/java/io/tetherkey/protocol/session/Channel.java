package io.tetherkey.protocol.session;

import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.SealedMessage;
import io.tetherkey.protocol.message.SessionCodec;
import io.tetherkey.protocol.message.SessionContents;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.seal.SealException;
import io.tetherkey.protocol.seal.SessionKeys.Direction;
import java.security.MessageDigest;

/** Puts contents into sealed envelopes and takes them out again; the same for both ends. */
final class Channel {
    private Channel() {}

    static byte[] seal(Established shared, Direction direction, long sequence, SessionContents contents) {
        byte[] header = SealedMessage.header(shared.sessionId(), sequence);
        byte[] sealed = shared.keys().seal(direction, sequence, header, SessionCodec.encode(contents));
        return new SealedMessage(shared.sessionId(), sequence, sealed).encode();
    }

    /** @throws ProtocolException UNKNOWN_SESSION, CONFLICT or BAD_MESSAGE; nothing has changed then */
    static SessionContents open(Established shared, Direction direction, long sequence, byte[] message)
            throws ProtocolException {
        var envelope = SealedMessage.decode(message);
        requireSession(shared.sessionId(), envelope.sessionId());
        if (envelope.sequence() != sequence) {
            throw new ProtocolException(StatusCode.CONFLICT, "message is out of its turn");
        }
        byte[] header = SealedMessage.header(shared.sessionId(), sequence);
        try {
            return SessionCodec.decode(shared.keys().open(direction, sequence, header, envelope.sealed()));
        } catch (SealException e) {
            throw new ProtocolException(StatusCode.BAD_MESSAGE, "seal does not hold", e);
        }
    }

    static void requireSession(byte[] own, byte[] claimed) throws ProtocolException {
        if (!MessageDigest.isEqual(own, claimed)) {
            throw new ProtocolException(StatusCode.UNKNOWN_SESSION, "message of another session");
        }
    }

    static ProtocolException outOfTurn() {
        return new ProtocolException(StatusCode.CONFLICT, "another message is due in this state");
    }
}
