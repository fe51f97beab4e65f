package io.tetherkey.protocol.message;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;

/** The contents of an enrolment's seals, kinds 9 to 12, to bytes and back (PROTOCOL.md, "Enrolment messages"). */
final class EnrolmentCodec {
    static final int REQUEST = 9;
    static final int CERTIFICATE_ISSUED = 10;
    static final int PAYMENT_KEY_SET = 11;
    static final int ENROLMENT_RESULT = 12;

    private static final int KIND = 0;
    private static final int RESPONSE_KEY = 32;
    private static final int MOST_SIGNATURE = 4_096;
    private static final int MOST_CERTIFICATES = 3;
    private static final int MOST_CERTIFICATE = 8_192;
    private static final int MOST_USER_NAME = 128;

    private EnrolmentCodec() {}

    static byte[] encode(EnrolmentContents contents) {
        return switch (contents) {
            case EnrolmentContents.Request request -> request(request);
            case EnrolmentContents.SignedCertificateIssued(byte[] signed) ->
                kind(CERTIFICATE_ISSUED).put(1, signed).encode();
            case EnrolmentContents.PaymentKeySet(byte[] responseKey, byte[] signature) ->
                kind(PAYMENT_KEY_SET).put(1, responseKey).put(2, signature).encode();
            case EnrolmentContents.SignedEnrolmentResult(byte[] signed) ->
                kind(ENROLMENT_RESULT).put(1, signed).encode();
        };
    }

    private static byte[] request(EnrolmentContents.Request request) {
        return kind(REQUEST)
                .put(1, request.certificationRequest())
                .put(2, Offer.suiteList(request.suites()))
                .put(3, request.signature())
                .put(4, request.userName())
                .put(5, request.activationCode())
                .putByteStrings(6, request.unverifiedChain())
                .put(7, request.renewalSignature())
                .encode();
    }

    static EnrolmentContents body(int kind, CborMapReader in) throws CborException {
        return switch (kind) {
            case REQUEST ->
                new EnrolmentContents.Request(
                        in.bytes(1, 1, MOST_CERTIFICATE),
                        Offer.suiteList(in, 2),
                        in.bytes(3, 1, MOST_SIGNATURE),
                        in.text(4, MOST_USER_NAME),
                        activationCode(in),
                        in.byteStrings(6, MOST_CERTIFICATES, MOST_CERTIFICATE),
                        in.bytes(7, 0, MOST_SIGNATURE));
            case CERTIFICATE_ISSUED ->
                new EnrolmentContents.SignedCertificateIssued(in.bytes(1, 1, LinkCodec.MOST_MESSAGE));
            case PAYMENT_KEY_SET ->
                new EnrolmentContents.PaymentKeySet(responseKey(in), in.bytes(2, 1, MOST_SIGNATURE));
            case ENROLMENT_RESULT ->
                new EnrolmentContents.SignedEnrolmentResult(in.bytes(1, 1, LinkCodec.MOST_MESSAGE));
            default -> throw new CborException("unknown kind " + kind);
        };
    }

    private static byte[] activationCode(CborMapReader in) throws CborException {
        byte[] code = in.bytes(5, 0, EnrolmentContents.ACTIVATION_CODE_DIGITS);
        if (code.length != 0 && !isCode(code)) {
            throw new CborException("activation code is not twelve digits");
        }
        return code;
    }

    private static boolean isCode(byte[] code) {
        for (byte digit : code) {
            if (digit < '0' || digit > '9') {
                return false;
            }
        }
        return code.length == EnrolmentContents.ACTIVATION_CODE_DIGITS;
    }

    private static byte[] responseKey(CborMapReader in) throws CborException {
        byte[] key = in.bytes(1, 0, RESPONSE_KEY);
        if (key.length != 0 && key.length != RESPONSE_KEY) {
            throw new CborException("response key is neither empty nor whole");
        }
        return key;
    }

    private static CborMapWriter kind(int kind) {
        return new CborMapWriter().put(KIND, kind);
    }
}
