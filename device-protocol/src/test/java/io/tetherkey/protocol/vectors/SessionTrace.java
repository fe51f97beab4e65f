package io.tetherkey.protocol.vectors;

import io.tetherkey.protocol.message.Accept;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.SealedMessage;
import io.tetherkey.protocol.seal.AcceptSeal;
import io.tetherkey.protocol.seal.KemKeyPair;
import io.tetherkey.protocol.seal.SealException;
import io.tetherkey.protocol.seal.SealTrace;
import io.tetherkey.protocol.seal.SessionKeys;
import io.tetherkey.protocol.seal.SessionKeys.Direction;
import io.tetherkey.protocol.seal.Suite;
import io.tetherkey.protocol.session.BankState;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Transcript hashes, key schedule and opened seals of one session. */
final class SessionTrace {
    final Suite suite;
    final KemKeyPair kem;
    final Accept accept;
    final byte[] th1;
    final byte[] th2;
    final byte[] th3;
    final SealTrace.Schedule schedule;
    final SessionKeys keys;

    SessionTrace(SessionStory story) throws ProtocolException, SealException {
        suite = story.house.suite;
        kem = ((BankState.Offered) story.bankAfter.get("Offer")).kemKeys();
        byte[] message = story.messages.get("Accept");
        accept = Accept.decode(message);
        th1 = suite.transcriptHash(story.messages.get("Offer"));
        th2 = suite.transcriptHash(th1, accept.clearPart());
        th3 = suite.transcriptHash(th2, message);
        schedule = SealTrace.ofAccept(suite, kem, accept.enc(), th2);
        keys = AcceptSeal.ofBank(suite, kem, accept.enc(), th2).sessionKeys(th3);
    }

    /** A seal taken apart. */
    record Opened(long sequence, byte[] key, byte[] nonce, byte[] aad, byte[] sealed, byte[] padded, byte[] contents) {}

    Opened openedAccept() throws SealException {
        byte[] nonce = SealTrace.nonce(schedule.baseNonce(), 0);
        byte[] padded = SealTrace.padded(suite, schedule.key(), nonce, th2, accept.sealed());
        return new Opened(0, schedule.key(), nonce, th2, accept.sealed(), padded, SealTrace.unpadded(padded));
    }

    Opened opened(Direction direction, byte[] message) throws ProtocolException, SealException {
        var envelope = SealedMessage.decode(message);
        long sequence = envelope.sequence();
        byte[] aad = SealedMessage.header(envelope.sessionId(), sequence);
        byte[] nonce = SealTrace.nonce(iv(direction), sequence);
        byte[] padded = SealTrace.padded(suite, key(direction), nonce, aad, envelope.sealed());
        return new Opened(sequence, key(direction), nonce, aad, envelope.sealed(), padded, SealTrace.unpadded(padded));
    }

    /** An envelope around these contents, as the session's own end would make it. */
    byte[] sealed(Direction direction, long sequence, byte[] contents) {
        byte[] aad = SealedMessage.header(accept.sessionId(), sequence);
        return new SealedMessage(accept.sessionId(), sequence, keys.seal(direction, sequence, aad, contents)).encode();
    }

    /** The same around bytes that are not padded any more. */
    byte[] sealedAsIs(Direction direction, long sequence, byte[] padded) {
        byte[] aad = SealedMessage.header(accept.sessionId(), sequence);
        byte[] nonce = SealTrace.nonce(iv(direction), sequence);
        return new SealedMessage(
                        accept.sessionId(), sequence, SealTrace.seal(suite, key(direction), nonce, aad, padded))
                .encode();
    }

    /** An Accept with other contents under the same encapsulation. */
    byte[] acceptWith(byte[] contents) {
        byte[] nonce = SealTrace.nonce(schedule.baseNonce(), 0);
        byte[] sealed = SealTrace.seal(suite, schedule.key(), nonce, th2, SealTrace.acceptPadded(suite, contents));
        return new Accept(accept.sessionId(), accept.suite(), accept.enc(), sealed).encode();
    }

    private byte[] key(Direction direction) {
        return direction == Direction.BANK_TO_CHIP ? keys.bankToChipKey() : keys.chipToBankKey();
    }

    private byte[] iv(Direction direction) {
        return direction == Direction.BANK_TO_CHIP ? keys.bankToChipIv() : keys.chipToBankIv();
    }

    static byte[] labelled(String label, byte[]... parts) {
        byte[] all = label.getBytes(StandardCharsets.US_ASCII);
        for (byte[] part : parts) {
            int length = all.length;
            all = Arrays.copyOf(all, length + part.length);
            System.arraycopy(part, 0, all, length, part.length);
        }
        return all;
    }
}
