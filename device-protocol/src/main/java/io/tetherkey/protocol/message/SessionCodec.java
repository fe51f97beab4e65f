package io.tetherkey.protocol.message;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;

/** Sealed contents to bytes and back: a CBOR map whose field 0 is the kind (PROTOCOL.md, "Contents"). */
public final class SessionCodec {
    private static final int KIND = 0;
    private static final int ACCEPT = 2;
    private static final int CHALLENGE = 3;
    private static final int RESPONSE = 4;
    private static final int LOGIN_RESULT = 5;
    private static final int AUTHORIZATION = 6;
    private static final int RECEIPT = 7;

    /** Of a Challenge. */
    private static final int PURPOSE = 4;

    private static final int RANDOM = 32;
    private static final int MOST_ATTEMPTS = 10;
    private static final int MOST_SIGNATURE = 4_096;
    private static final int MOST_CERTIFICATES = 3;
    private static final int MOST_CERTIFICATE = 8_192;
    private static final int MOST_ORIGIN = 256;
    private static final int MOST_CREDENTIAL = 128;

    private SessionCodec() {}

    public static byte[] encode(SessionContents contents) {
        return switch (contents) {
            case SessionContents.AcceptContents accept -> accept(accept);
            case SessionContents.Challenge challenge -> challenge(challenge);
            case SessionContents.Response(byte[] mac) ->
                kind(RESPONSE).put(1, mac).encode();
            case SessionContents.SignedLoginResult(byte[] signed) ->
                kind(LOGIN_RESULT).put(1, signed).encode();
            case SessionContents.Authorization(byte[] evidence, byte[] mac) ->
                kind(AUTHORIZATION).put(1, evidence).put(2, mac).encode();
            case SessionContents.Receipt(byte[] signed) ->
                kind(RECEIPT).put(1, signed).encode();
            case EnrolmentContents enrolment -> EnrolmentCodec.encode(enrolment);
        };
    }

    /** @throws ProtocolException BAD_ENCODING if the bytes are not contents of a known kind */
    public static SessionContents decode(byte[] bytes) throws ProtocolException {
        try {
            var in = CborMapReader.of(bytes);
            SessionContents contents = body((int) in.integer(KIND, 0, 255), in);
            in.end();
            return contents;
        } catch (CborException e) {
            throw new ProtocolException(StatusCode.BAD_ENCODING, "contents: " + e.getMessage(), e);
        }
    }

    private static SessionContents body(int kind, CborMapReader in) throws CborException {
        return switch (kind) {
            case ACCEPT ->
                new SessionContents.AcceptContents(
                        in.byteStrings(1, MOST_CERTIFICATES, MOST_CERTIFICATE),
                        Offer.suiteList(in, 2),
                        in.text(3, MOST_ORIGIN),
                        in.bytes(4, 1, MOST_SIGNATURE),
                        in.text(5, MOST_CREDENTIAL),
                        in.bytes(6, 0, MOST_CREDENTIAL));
            case CHALLENGE ->
                new SessionContents.Challenge(
                        in.bytes(1, RANDOM, RANDOM), (int) in.integer(2, 0, MOST_ATTEMPTS), purpose(in));
            case RESPONSE -> new SessionContents.Response(in.bytes(1, 16, 64));
            case LOGIN_RESULT -> new SessionContents.SignedLoginResult(in.bytes(1, 1, LinkCodec.MOST_MESSAGE));
            case AUTHORIZATION ->
                new SessionContents.Authorization(in.bytes(1, 1, LinkCodec.MOST_PROOF), in.bytes(2, 16, 64));
            case RECEIPT -> new SessionContents.Receipt(in.bytes(1, 1, LinkCodec.MOST_PROOF));
            default -> EnrolmentCodec.body(kind, in);
        };
    }

    private static byte[] accept(SessionContents.AcceptContents accept) {
        return kind(ACCEPT)
                .putByteStrings(1, accept.unverifiedChain())
                .put(2, Offer.suiteList(accept.suites()))
                .put(3, accept.origin())
                .put(4, accept.signature())
                .put(5, accept.userName())
                .put(6, accept.password())
                .encode();
    }

    private static byte[] challenge(SessionContents.Challenge challenge) {
        CborMapWriter out = kind(CHALLENGE).put(1, challenge.random()).put(2, challenge.attemptsLeft());
        return switch (challenge.purpose()) {
            case PAYMENT -> out.encode();
            case LOGIN -> out.put(PURPOSE, SessionPurpose.LOGIN.code()).encode();
        };
    }

    /** A payment is never written out, so the field can only say login. */
    private static SessionPurpose purpose(CborMapReader in) throws CborException {
        if (in.has(PURPOSE)) {
            in.integer(PURPOSE, SessionPurpose.LOGIN.code(), SessionPurpose.LOGIN.code());
            return SessionPurpose.LOGIN;
        }
        return SessionPurpose.PAYMENT;
    }

    private static CborMapWriter kind(int kind) {
        return new CborMapWriter().put(KIND, kind);
    }
}
