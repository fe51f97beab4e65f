package io.tetherkey.protocol.vectors;

import io.tetherkey.protocol.message.EnrolmentContents;
import io.tetherkey.protocol.message.LoginResult;
import io.tetherkey.protocol.message.SessionCodec;
import io.tetherkey.protocol.message.SessionContents;
import io.tetherkey.protocol.message.SessionPurpose;
import io.tetherkey.protocol.seal.CoseSign1;
import io.tetherkey.protocol.seal.Evidence;
import io.tetherkey.protocol.seal.Hashes;
import io.tetherkey.protocol.seal.SealTrace;
import io.tetherkey.protocol.seal.SessionKeys.Direction;
import io.tetherkey.protocol.seal.Suite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The file of a suite's whole sessions. */
final class SessionVectors {
    private final SessionStory story;
    private final SessionTrace trace;
    private byte[] random = new byte[0];
    private byte[] lastKey = new byte[0];

    private SessionVectors(SessionStory story) throws Exception {
        this.story = story;
        this.trace = new SessionTrace(story);
    }

    /** The payments of a suite. */
    static JsonObject payments(Suite suite) throws Exception {
        return file(suite, SessionPurpose.PAYMENT, "whole payment sessions");
    }

    /** The logins of a suite, with the same keys and certificates. */
    static JsonObject logins(Suite suite) throws Exception {
        return file(suite, SessionPurpose.LOGIN, "whole login sessions");
    }

    private static JsonObject file(Suite suite, SessionPurpose purpose, String what) throws Exception {
        var house = new VectorHouse(suite);
        List<JsonObject> sessions = new ArrayList<>();
        for (SessionStory.Plot plot : SessionStory.Plot.of(purpose)) {
            sessions.add(new SessionVectors(new SessionStory(house, plot)).session());
        }
        return VectorFiles.head(what + " of suite " + suite.id() + " with every value on the way")
                .put("suite", suite.id())
                .put("now", VectorHouse.NOW.getEpochSecond())
                .put("keys_from", house.name + " keys")
                .put("bank", house.bankJson())
                .put("chip", house.chipJson())
                .put(
                        "merchant",
                        new JsonObject()
                                .put("root", house.merchants.root())
                                .put("private_key", house.merchantKeys.pkcs8())
                                .put("signed_order", house.signedOrder))
                .put("sessions", sessions);
    }

    private JsonObject session() throws Exception {
        List<JsonObject> messages = new ArrayList<>();
        messages.add(offer());
        messages.add(accept());
        for (String name : story.messages.keySet()) {
            if (!name.equals("Offer") && !name.equals("Accept")) {
                messages.add(sealed(name));
            }
        }
        return new JsonObject()
                .put("name", story.plot.title)
                .put("meaning", story.plot.meaning)
                .put("section", "Sealed session")
                .put("bank_bytes_from", story.stream("bank"))
                .put("chip_bytes_from", story.stream("chip"))
                .put("session_id", story.terms.sessionId())
                .put(
                        "kem",
                        new JsonObject()
                                .put("private_key", trace.kem.privateKey())
                                .put("public_key", trace.kem.publicKey())
                                .put("enc", trace.accept.enc())
                                .put("shared_secret", trace.schedule.sharedSecret()))
                .put(
                        "transcript",
                        new JsonObject()
                                .put("section", "Transcript")
                                .put("th1", trace.th1)
                                .put("th2", trace.th2)
                                .put("th3", trace.th3))
                .put("key_schedule", schedule(trace.schedule).put("section", "Key schedule"))
                .put(
                        "session_keys",
                        new JsonObject()
                                .put("section", "Key schedule")
                                .put("bank_to_chip_key", trace.keys.bankToChipKey())
                                .put("bank_to_chip_iv", trace.keys.bankToChipIv())
                                .put("chip_to_bank_key", trace.keys.chipToBankKey())
                                .put("chip_to_bank_iv", trace.keys.chipToBankIv()))
                .put("messages", messages);
    }

    static JsonObject schedule(SealTrace.Schedule schedule) {
        return new JsonObject()
                .put("info", schedule.info())
                .put("psk_id_hash", schedule.pskIdHash())
                .put("info_hash", schedule.infoHash())
                .put("key_schedule_context", schedule.context())
                .put("secret", schedule.secret())
                .put("key", schedule.key())
                .put("base_nonce", schedule.baseNonce())
                .put("exporter_secret", schedule.exporterSecret());
    }

    private JsonObject offer() throws Exception {
        byte[] message = story.messages.get("Offer");
        var signed = CoseSign1.parse(message);
        return message("Offer", "bank")
                .put(
                        "terms",
                        new JsonObject()
                                .put("issued_at", story.terms.issuedAt().getEpochSecond())
                                .put("time_to_live", story.terms.timeToLive().toSeconds())
                                .put("context_hash", story.terms.contextHash()))
                .put("payload", signed.payload())
                .put("signature", signature(message, CoseSign1.Use.OFFER, story.house.bankKeys.spki()))
                .put("message", message);
    }

    private JsonObject accept() throws Exception {
        var opened = trace.openedAccept();
        byte[] signed = SessionTrace.labelled("TK1 accept signature", trace.th2);
        var contents = (SessionContents.AcceptContents) SessionCodec.decode(opened.contents());
        return seal(message("Accept", "chip").put("clear_part", trace.accept.clearPart()), opened)
                .put("origin", SessionStory.ORIGIN)
                .put("user_name", SessionStory.USER_NAME)
                .put("password", SessionStory.PASSWORD)
                .put(
                        "signature",
                        new JsonObject()
                                .put("to_be_signed", signed)
                                .put("signature", contents.signature())
                                .put("deterministic", true)
                                .put("public_key", story.house.chipKeys.spki()))
                .put("message", story.messages.get("Accept"));
    }

    private JsonObject sealed(String name) throws Exception {
        boolean fromBank = story.bankAfter.containsKey(name);
        var direction = fromBank ? Direction.BANK_TO_CHIP : Direction.CHIP_TO_BANK;
        var opened = trace.opened(direction, story.messages.get(name));
        var json = seal(message(name, fromBank ? "bank" : "chip"), opened);
        switch (SessionCodec.decode(opened.contents())) {
            case SessionContents.Challenge challenge -> {
                random = challenge.random();
                json.put("random", random).put("attempts_left", challenge.attemptsLeft());
                if (challenge.purpose() == SessionPurpose.LOGIN) {
                    json.put("purpose", challenge.purpose().code());
                }
            }
            case SessionContents.Response(byte[] mac) -> response(json, mac);
            case SessionContents.SignedLoginResult(byte[] signed) -> loginResult(json, signed);
            case SessionContents.Authorization(byte[] evidence, byte[] mac) -> authorization(json, evidence, mac);
            case SessionContents.Receipt(byte[] signed) ->
                json.put("receipt", signed)
                        .put("payload", CoseSign1.parse(signed).payload())
                        .put("signature", signature(signed, CoseSign1.Use.RECEIPT, story.house.bankKeys.spki()));
            case SessionContents.AcceptContents accept -> throw new AssertionError("a second Accept");
            case EnrolmentContents enrolment -> throw new AssertionError("a message of an enrolment");
        }
        return json.put("message", story.messages.get(name));
    }

    private void response(JsonObject json, byte[] mac) {
        byte[] input = SessionTrace.labelled("TK1 response", trace.th3, random);
        boolean right = Arrays.equals(story.house.suite.mac(story.house.responseKey, input), mac);
        lastKey = right ? story.house.responseKey : story.house.wrongResponseKey();
        json.put("payment_key", right ? VectorHouse.PAYMENT_KEY : VectorHouse.WRONG_PAYMENT_KEY)
                .put("response_key", lastKey)
                .put("right", right)
                .put("mac_input", input)
                .put("mac", mac);
    }

    private void loginResult(JsonObject json, byte[] signed) throws Exception {
        byte[] payload = CoseSign1.parse(signed).payload();
        switch (LoginResult.decode(payload)) {
            case LoginResult.Allowed allowed -> json.put("result", "allowed");
            case LoginResult.LoggedIn loggedIn -> json.put("result", "allowed");
            case LoginResult.Failed failed -> {
                random = failed.random();
                json.put("result", "failed")
                        .put("attempts_left", failed.attemptsLeft())
                        .put("random", random);
            }
            case LoginResult.Voided voided -> json.put("result", "void");
        }
        json.put("login_result", signed)
                .put("payload", payload)
                .put("signature", signature(signed, CoseSign1.Use.LOGIN_RESULT, story.house.bankKeys.spki()));
    }

    private void authorization(JsonObject json, byte[] whole, byte[] mac) throws Exception {
        var evidence = Evidence.parse(whole);
        json.put("decision", evidence.facts().decision().code())
                .put("counter", evidence.facts().counter())
                .put("previous_hash", evidence.facts().previousHash())
                .put("path", evidence.facts().path().code())
                .put("evidence", whole)
                .put("payload", CoseSign1.parse(whole).payload())
                .put("evidence_hash", evidence.hash())
                .put("evidence_detached", evidence.detached())
                .put("signature", signature(whole, CoseSign1.Use.EVIDENCE, story.house.chipKeys.spki()))
                .put(
                        "authorization_key",
                        Hashes.hmacSha256(lastKey, SessionTrace.labelled("TK1 authorization key", trace.th3)))
                .put("mac_input", SessionTrace.labelled("TK1 authorization", whole))
                .put("mac", mac);
    }

    private static JsonObject message(String name, String from) {
        return new JsonObject()
                .put("name", name)
                .put("from", from)
                .put("section", name.equals("Offer") || name.equals("Accept") ? "Messages" : "Contents");
    }

    private JsonObject seal(JsonObject json, SessionTrace.Opened opened) {
        json.put("sequence", opened.sequence())
                .put("nonce", opened.nonce())
                .put("aad", opened.aad())
                .put("contents", opened.contents())
                .put("padded_length", opened.padded().length);
        // The first session alone spells the zeros out.
        return story.plot == SessionStory.Plot.PAID ? json.put("padded", opened.padded()) : json;
    }

    static JsonObject signature(byte[] cose, CoseSign1.Use use, byte[] publicKey) throws Exception {
        var signed = CoseSign1.parse(cose);
        return new JsonObject()
                .put(
                        "use",
                        "TK1 " + use.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '))
                .put("protected_header", SealTrace.protectedHeader(signed))
                .put("to_be_signed", SealTrace.toBeSigned(signed, use))
                .put("signature", SealTrace.signature(signed))
                .put("deterministic", true)
                .put("public_key", publicKey);
    }
}
