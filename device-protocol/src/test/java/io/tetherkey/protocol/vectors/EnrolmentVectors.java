package io.tetherkey.protocol.vectors;

import io.tetherkey.protocol.message.EnrolmentContents;
import io.tetherkey.protocol.message.EnrolmentPurpose;
import io.tetherkey.protocol.message.EnrolmentRequest;
import io.tetherkey.protocol.message.SealedMessage;
import io.tetherkey.protocol.message.SessionCodec;
import io.tetherkey.protocol.seal.AcceptSeal;
import io.tetherkey.protocol.seal.CoseSign1;
import io.tetherkey.protocol.seal.KemKeyPair;
import io.tetherkey.protocol.seal.SealTrace;
import io.tetherkey.protocol.seal.SealedFlow;
import io.tetherkey.protocol.seal.SessionKeys;
import io.tetherkey.protocol.seal.Suite;
import java.util.ArrayList;
import java.util.List;

/** The file of a suite's enrolments, a first one and a renewal. */
final class EnrolmentVectors {
    private final EnrolmentStory story;
    private final Suite suite;
    private final KemKeyPair kem;
    private final EnrolmentRequest request;
    private final byte[] th1;
    private final byte[] th2;
    private final byte[] th3;
    private final SealTrace.Schedule schedule;
    private final SessionKeys keys;

    private EnrolmentVectors(EnrolmentStory story) throws Exception {
        this.story = story;
        suite = story.house.suite;
        kem = story.offered.kemKeys();
        byte[] message = story.messages.get("EnrolmentRequest");
        request = EnrolmentRequest.decode(message);
        th1 = suite.transcriptHash(story.messages.get("EnrolmentOffer"));
        th2 = suite.transcriptHash(th1, request.clearPart());
        th3 = suite.transcriptHash(th2, message);
        schedule = SealTrace.of(suite, SealedFlow.ENROLMENT, kem, request.enc(), th2);
        keys = AcceptSeal.ofBank(suite, SealedFlow.ENROLMENT, kem, request.enc(), th2)
                .sessionKeys(th3);
    }

    static JsonObject file(Suite suite) throws Exception {
        var house = new VectorHouse(suite);
        List<JsonObject> enrolments = new ArrayList<>();
        for (EnrolmentPurpose purpose : EnrolmentPurpose.values()) {
            enrolments.add(new EnrolmentVectors(new EnrolmentStory(house, purpose)).enrolment());
        }
        return VectorFiles.head("enrolments of suite " + suite.id() + " with every value on the way")
                .put("suite", suite.id())
                .put("now", VectorHouse.NOW.getEpochSecond())
                .put("keys_from", house.name + " keys")
                .put("bank", house.bankJson())
                .put("chip", house.chipJson())
                .put("sessions", enrolments);
    }

    private JsonObject enrolment() throws Exception {
        return new JsonObject()
                .put("name", story.title)
                .put("meaning", story.purpose == EnrolmentPurpose.NEW ? "a first certificate" : "a renewed certificate")
                .put("section", "Enrolment")
                .put("bank_bytes_from", story.stream("bank"))
                .put("chip_bytes_from", story.stream("chip"))
                .put("new_key_from", story.stream("new key"))
                .put("session_id", story.terms.sessionId())
                .put("purpose", story.purpose.code())
                .put("new_private_key", story.newKey.pkcs8())
                .put("new_public_key", story.newKey.spki())
                .put("new_certificate", story.certificate)
                .put(
                        "kem",
                        new JsonObject()
                                .put("private_key", kem.privateKey())
                                .put("public_key", kem.publicKey())
                                .put("enc", request.enc())
                                .put("shared_secret", schedule.sharedSecret()))
                .put(
                        "transcript",
                        new JsonObject().put("th1", th1).put("th2", th2).put("th3", th3))
                .put("key_schedule", SessionVectors.schedule(schedule).put("section", "Enrolment key schedule"))
                .put(
                        "session_keys",
                        new JsonObject()
                                .put("bank_to_chip_key", keys.bankToChipKey())
                                .put("bank_to_chip_iv", keys.bankToChipIv())
                                .put("chip_to_bank_key", keys.chipToBankKey())
                                .put("chip_to_bank_iv", keys.chipToBankIv()))
                .put("messages", List.of(offer(), request(), issued(), keySet(), result()));
    }

    private JsonObject message(String name, String from) {
        return new JsonObject().put("name", name).put("from", from).put("section", "Enrolment messages");
    }

    private JsonObject offer() throws Exception {
        byte[] message = story.messages.get("EnrolmentOffer");
        return message("EnrolmentOffer", "bank")
                .put("issued_at", story.terms.issuedAt().getEpochSecond())
                .put("time_to_live", story.terms.timeToLive().toSeconds())
                .put("payload", CoseSign1.parse(message).payload())
                .put("signature", bankSignature(message, CoseSign1.Use.ENROLMENT_OFFER))
                .put("message", message);
    }

    private JsonObject bankSignature(byte[] signed, CoseSign1.Use use) throws Exception {
        return SessionVectors.signature(signed, use, story.house.bankKeys.spki());
    }

    private JsonObject request() throws Exception {
        byte[] nonce = SealTrace.nonce(schedule.baseNonce(), 0);
        byte[] padded = SealTrace.padded(suite, schedule.key(), nonce, th2, request.sealed());
        var json = message("EnrolmentRequest", "chip").put("clear_part", request.clearPart());
        var contents = (EnrolmentContents.Request) SessionCodec.decode(sealed(json, 0, nonce, th2, padded));
        json.put("user_name", contents.userName())
                .put(
                        "activation_code",
                        new String(contents.activationCode(), java.nio.charset.StandardCharsets.US_ASCII))
                .put("certification_request", contents.certificationRequest())
                .put(
                        "signature",
                        signature(
                                SessionTrace.labelled("TK1 enrolment request", th2),
                                contents.signature(),
                                story.newKey.spki()));
        if (story.purpose == EnrolmentPurpose.RENEWAL) {
            json.put(
                    "renewal_signature",
                    signature(
                            SessionTrace.labelled("TK1 renewal", th2),
                            contents.renewalSignature(),
                            story.house.chipKeys.spki()));
        }
        return json.put("message", story.messages.get("EnrolmentRequest"));
    }

    private static JsonObject signature(byte[] toBeSigned, byte[] signature, byte[] publicKey) {
        return new JsonObject()
                .put("to_be_signed", toBeSigned)
                .put("signature", signature)
                .put("deterministic", true)
                .put("public_key", publicKey);
    }

    private JsonObject issued() throws Exception {
        var json = message("CertificateIssued", "bank");
        var contents = (EnrolmentContents.SignedCertificateIssued) opened(json, "CertificateIssued");
        return json.put("certificate_issued", contents.signed())
                .put("payload", CoseSign1.parse(contents.signed()).payload())
                .put("signature", bankSignature(contents.signed(), CoseSign1.Use.CERTIFICATE_ISSUED))
                .put("message", story.messages.get("CertificateIssued"));
    }

    private JsonObject keySet() throws Exception {
        var json = message("PaymentKeySet", "chip");
        var contents = (EnrolmentContents.PaymentKeySet) opened(json, "PaymentKeySet");
        byte[] signed = SessionTrace.labelled("TK1 payment key set", th3, contents.responseKey());
        return json.put("response_key", contents.responseKey())
                .put("signature", signature(signed, contents.signature(), story.newKey.spki()))
                .put("message", story.messages.get("PaymentKeySet"));
    }

    private JsonObject result() throws Exception {
        var json = message("EnrolmentResult", "bank");
        var contents = (EnrolmentContents.SignedEnrolmentResult) opened(json, "EnrolmentResult");
        return json.put("enrolment_result", contents.signed())
                .put("payload", CoseSign1.parse(contents.signed()).payload())
                .put("signature", bankSignature(contents.signed(), CoseSign1.Use.ENROLMENT_RESULT))
                .put("message", story.messages.get("EnrolmentResult"));
    }

    private io.tetherkey.protocol.message.SessionContents opened(JsonObject json, String name) throws Exception {
        boolean fromBank = !name.equals("PaymentKeySet");
        var envelope = SealedMessage.decode(story.messages.get(name));
        byte[] aad = SealedMessage.header(envelope.sessionId(), envelope.sequence());
        byte[] nonce = SealTrace.nonce(fromBank ? keys.bankToChipIv() : keys.chipToBankIv(), envelope.sequence());
        byte[] key = fromBank ? keys.bankToChipKey() : keys.chipToBankKey();
        byte[] padded = SealTrace.padded(suite, key, nonce, aad, envelope.sealed());
        return SessionCodec.decode(sealed(json, envelope.sequence(), nonce, aad, padded));
    }

    private static byte[] sealed(JsonObject json, long sequence, byte[] nonce, byte[] aad, byte[] padded)
            throws Exception {
        byte[] contents = SealTrace.unpadded(padded);
        json.put("sequence", sequence)
                .put("nonce", nonce)
                .put("aad", aad)
                .put("contents", contents)
                .put("padded_length", padded.length);
        return contents;
    }
}
