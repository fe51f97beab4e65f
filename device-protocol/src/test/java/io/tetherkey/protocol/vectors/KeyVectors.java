package io.tetherkey.protocol.vectors;

import io.tetherkey.protocol.message.SealedCredentials;
import io.tetherkey.protocol.seal.CredentialSeal;
import io.tetherkey.protocol.seal.Hashes;
import io.tetherkey.protocol.seal.KemKeyPair;
import io.tetherkey.protocol.seal.ResponseKeys;
import io.tetherkey.protocol.seal.SealException;
import io.tetherkey.protocol.seal.SealTrace;
import io.tetherkey.protocol.seal.Suite;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sealed credentials, response keys and challenge MACs. */
final class KeyVectors {
    private KeyVectors() {}

    static JsonObject credentials() throws SealException {
        return VectorFiles.head("user name and password sealed to the phone's key of a link")
                .put("section", "Commands")
                .put(
                        "cases",
                        List.of(
                                credentials("alice", SessionStory.PASSWORD, "a name and a password"),
                                credentials("", "", "both empty"),
                                credentials("李雷", "密码 🔑", "beyond ASCII"),
                                credentials("u".repeat(128), "p".repeat(128), "both at their longest")))
                .put("refused", refused());
    }

    private static JsonObject credentials(String user, String password, String meaning) throws SealException {
        var random = new VectorRandom("credentials " + meaning);
        KemKeyPair phone = CredentialSeal.generate(random);
        byte[] offer = random.bytes(100);
        SealedCredentials sealed = CredentialSeal.seal(phone.publicKey(), offer, user, password.toCharArray(), random);
        var schedule = SealTrace.ofCredentials(phone, sealed.enc());
        byte[] aad = Hashes.sha256(offer);
        byte[] padded = SealTrace.padded(Suite.CLASSIC, schedule.key(), schedule.baseNonce(), aad, sealed.ciphertext());
        return new JsonObject()
                .put("meaning", meaning)
                .put("user_name", user)
                .put("password", password)
                .put("offer", offer)
                .put("private_key", phone.privateKey())
                .put("public_key", phone.publicKey())
                .put("enc", sealed.enc())
                .put("shared_secret", schedule.sharedSecret())
                .put("key_schedule", SessionVectors.schedule(schedule))
                .put("aad", aad)
                .put("contents", SealTrace.unpadded(padded))
                .put("padded", padded)
                .put("sealed", sealed.ciphertext());
    }

    private static List<JsonObject> refused() throws SealException {
        var random = new VectorRandom("credentials refused");
        KemKeyPair phone = CredentialSeal.generate(random);
        byte[] offer = random.bytes(100);
        SealedCredentials good =
                CredentialSeal.seal(phone.publicKey(), offer, "alice", "password".toCharArray(), random);
        List<JsonObject> refused = new ArrayList<>();
        refused.add(refused(phone, SealTrace.damaged(offer, 0), good.enc(), good.ciphertext(), "another Offer"));
        refused.add(refused(phone, offer, SealTrace.damaged(good.enc(), 0), good.ciphertext(), "another key"));
        refused.add(refused(phone, offer, new byte[32], good.ciphertext(), "a key of low order"));
        refused.add(refused(phone, offer, good.enc(), SealTrace.damaged(good.ciphertext(), 0), "a damaged seal"));
        refused.add(refused(phone, offer, good.enc(), SealTrace.damaged(good.ciphertext(), -1), "a damaged tag"));
        refused.add(refused(phone, offer, good.enc(), new byte[15], "shorter than a tag"));
        return refused;
    }

    private static JsonObject refused(KemKeyPair phone, byte[] offer, byte[] enc, byte[] sealed, String meaning) {
        return new JsonObject()
                .put("meaning", meaning)
                .put("private_key", phone.privateKey())
                .put("public_key", phone.publicKey())
                .put("offer", offer)
                .put("enc", enc)
                .put("sealed", sealed)
                .put("status", "BAD_MESSAGE")
                .put("code", "11");
    }

    static JsonObject responseKeys() {
        List<JsonObject> derived = new ArrayList<>();
        for (String paymentKey : List.of("135790", "000000", "999999")) {
            byte[] secret = new VectorRandom("slot secret " + paymentKey).bytes(ResponseKeys.LENGTH);
            derived.add(new JsonObject()
                    .put("slot_secret", secret)
                    .put("payment_key", paymentKey)
                    .put("prk", SealTrace.responsePrk(secret, paymentKey))
                    .put("response_key", ResponseKeys.derive(secret, paymentKey.toCharArray())));
        }
        List<JsonObject> macs = new ArrayList<>();
        for (Suite suite : Suite.values()) {
            var random = new VectorRandom("mac " + suite.name().toLowerCase(Locale.ROOT));
            byte[] key = random.bytes(ResponseKeys.LENGTH);
            for (int length : new int[] {0, 16, 76, 300}) {
                byte[] input = random.bytes(length);
                macs.add(new JsonObject()
                        .put("suite", suite.id())
                        .put("key", key)
                        .put("input", input)
                        .put("mac", suite.mac(key, input)));
            }
        }
        return VectorFiles.head("response keys from slot secret and payment key, and the challenge MAC of each suite")
                .put("section", "Response key")
                .put("response_keys", derived)
                .put("macs", macs);
    }
}
