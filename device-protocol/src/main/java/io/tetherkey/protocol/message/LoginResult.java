package io.tetherkey.protocol.message;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;

/** The bank's signed word on a Response (PROTOCOL.md, "LoginResult"). Each names TH3 of its session, 32 bytes. */
public sealed interface LoginResult {
    byte[] transcriptHash();

    /** The response was right, and a payment is to be confirmed. */
    record Allowed(byte[] transcriptHash, PaymentRequest request) implements LoginResult {}

    /** The response was right, and that was all the session is for: the customer is logged in. */
    record LoggedIn(byte[] transcriptHash) implements LoginResult {}

    /**
     * The response was wrong and was counted.
     *
     * @param attemptsLeft 1 to 9
     * @param random the next challenge, 32 bytes
     */
    record Failed(byte[] transcriptHash, int attemptsLeft, byte[] random) implements LoginResult {}

    /** The tenth wrong response in a row: the certificate is void. */
    record Voided(byte[] transcriptHash) implements LoginResult {}

    default byte[] encode() {
        var out = new CborMapWriter().put(1, transcriptHash());
        return switch (this) {
            case Allowed allowed ->
                out.put(2, 1).put(3, allowed.request().toCbor()).encode();
            case LoggedIn loggedIn -> out.put(2, 1).encode();
            case Failed failed ->
                out.put(2, 2)
                        .put(4, failed.attemptsLeft())
                        .put(5, failed.random())
                        .encode();
            case Voided voided -> out.put(2, 3).encode();
        };
    }

    /** @throws ProtocolException BAD_ENCODING if the bytes are not a login result */
    static LoginResult decode(byte[] payload) throws ProtocolException {
        try {
            var in = CborMapReader.of(payload);
            byte[] transcriptHash = in.bytes(1, Fields.HASH, Fields.HASH);
            LoginResult result = switch ((int) in.integer(2, 1, 3)) {
                case 1 ->
                    in.has(3)
                            ? new Allowed(transcriptHash, PaymentRequest.fromCbor(in.value(3)))
                            : new LoggedIn(transcriptHash);
                case 2 -> new Failed(transcriptHash, (int) in.integer(4, 1, 9), in.bytes(5, 32, 32));
                default -> new Voided(transcriptHash);
            };
            in.end();
            return result;
        } catch (CborException e) {
            throw new ProtocolException(StatusCode.BAD_ENCODING, "login result: " + e.getMessage(), e);
        }
    }
}
