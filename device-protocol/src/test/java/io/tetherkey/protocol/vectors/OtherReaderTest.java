package io.tetherkey.protocol.vectors;

import static io.tetherkey.protocol.vectors.OtherCrypto.ascii;
import static io.tetherkey.protocol.vectors.OtherCrypto.concat;
import static io.tetherkey.protocol.vectors.VectorReader.all;
import static io.tetherkey.protocol.vectors.VectorReader.hex;
import static io.tetherkey.protocol.vectors.VectorReader.in;
import static io.tetherkey.protocol.vectors.VectorReader.named;
import static io.tetherkey.protocol.vectors.VectorReader.number;
import static io.tetherkey.protocol.vectors.VectorReader.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.upokecenter.cbor.CBORObject;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PROTOCOL.md is enough: a reader that shares nothing with the code finds every value of the published sessions. */
class OtherReaderTest {

    @Test
    void sharesNothingWithTheCode() {
        ArchRuleDefinition.noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.tetherkey.protocol.(cbor|frame|link|message|seal|session|trust|phone)..")
                .check(new ClassFileImporter().importClasses(OtherReader.class, OtherCrypto.class));
    }

    static Stream<String> files() {
        return Stream.of(
                "session-classic.json",
                "session-gm.json",
                "session-post-quantum.json",
                "login-classic.json",
                "login-gm.json",
                "login-post-quantum.json");
    }

    @ParameterizedTest
    @MethodSource("files")
    void findsTranscriptAndKeysOfEachSession(String name) throws Exception {
        var file = VectorReader.file(name);
        for (CBORObject session : all(file, "sessions")) {
            var reader = reader(file, session);
            var transcript = in(session, "transcript");
            assertThat(reader.th1).isEqualTo(hex(transcript, "th1"));
            assertThat(reader.th2).isEqualTo(hex(transcript, "th2"));
            assertThat(reader.th3).isEqualTo(hex(transcript, "th3"));
            assertThat(reader.sharedSecret).isEqualTo(hex(in(session, "kem"), "shared_secret"));
            var schedule = in(session, "key_schedule");
            assertThat(reader.key).isEqualTo(hex(schedule, "key"));
            assertThat(reader.baseNonce).isEqualTo(hex(schedule, "base_nonce"));
            assertThat(reader.exporterSecret).isEqualTo(hex(schedule, "exporter_secret"));
            var keys = in(session, "session_keys");
            int length = reader.crypto.keyLength();
            assertThat(reader.export("TK1 b2c key", length)).isEqualTo(hex(keys, "bank_to_chip_key"));
            assertThat(reader.export("TK1 b2c iv", 12)).isEqualTo(hex(keys, "bank_to_chip_iv"));
            assertThat(reader.export("TK1 c2b key", length)).isEqualTo(hex(keys, "chip_to_bank_key"));
            assertThat(reader.export("TK1 c2b iv", 12)).isEqualTo(hex(keys, "chip_to_bank_iv"));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void opensEachSealAndChecksWhatIsInside(String name) throws Exception {
        var file = VectorReader.file(name);
        int opened = 0;
        for (CBORObject session : all(file, "sessions")) {
            var reader = reader(file, session);
            byte[] random = {};
            for (CBORObject message : all(session, "messages")) {
                byte[] bytes = hex(message, "message");
                boolean fromBank = text(message, "from").equals("bank");
                if (text(message, "name").equals("Offer")) {
                    reader.payload(bytes, "TK1 offer", hex(in(file, "bank"), "public_key"));
                    continue;
                }
                boolean accept = text(message, "name").equals("Accept");
                var contents = accept ? reader.openAccept() : reader.open(fromBank ? "b2c" : "c2b", bytes);
                assertThat(OtherReader.encoded(contents)).isEqualTo(hex(message, "contents"));
                random = checked(reader, file, message, contents, random);
                opened++;
            }
        }
        assertThat(opened).isEqualTo(name.startsWith("login") ? 4 + 6 : 6 + 8 + 4);
    }

    /** @return the challenge that stands after this message */
    private static byte[] checked(
            OtherReader reader, CBORObject file, CBORObject message, CBORObject contents, byte[] random)
            throws Exception {
        byte[] bankKey = hex(in(file, "bank"), "public_key");
        byte[] chipKey = hex(in(file, "chip"), "public_key");
        switch (contents.get(0).AsInt32()) {
            case 2 -> {
                assertThat(contents.get(5).AsString()).isEqualTo(text(message, "user_name"));
                byte[] signed = concat(ascii("TK1 accept signature"), reader.th2);
                assertThat(reader.crypto.verify(chipKey, signed, contents.get(4).GetByteString()))
                        .isTrue();
            }
            case 3 -> {
                assertThat(contents.ContainsKey(4)).isEqualTo(message.ContainsKey("purpose"));
                return contents.get(1).GetByteString();
            }
            case 4 -> {
                byte[] key = responseKey(hex(in(file, "chip"), "slot_secret"), text(message, "payment_key"));
                assertThat(reader.crypto.challengeMac(key, concat(ascii("TK1 response"), reader.th3, random)))
                        .isEqualTo(contents.get(1).GetByteString());
            }
            case 5 -> {
                var result = reader.payload(contents.get(1).GetByteString(), "TK1 login result", bankKey);
                assertThat(result.get(1).GetByteString()).isEqualTo(reader.th3);
                boolean payment = text(file, "meaning").contains("payment");
                assertThat(result.ContainsKey(3))
                        .isEqualTo(payment && result.get(2).AsInt32() == 1);
                return result.ContainsKey(5) ? result.get(5).GetByteString() : random;
            }
            case 6 -> authorized(reader, file, message, contents);
            case 7 -> reader.payload(contents.get(1).GetByteString(), "TK1 receipt", bankKey);
            default -> throw new AssertionError("unknown kind");
        }
        return random;
    }

    private static void authorized(OtherReader reader, CBORObject file, CBORObject message, CBORObject contents)
            throws Exception {
        byte[] whole = contents.get(1).GetByteString();
        var evidence = reader.payload(whole, "TK1 evidence", hex(in(file, "chip"), "public_key"));
        assertThat(evidence.get(3).GetByteString()).isEqualTo(reader.th3);
        assertThat(OtherCrypto.sha256(whole)).isEqualTo(hex(message, "evidence_hash"));
        byte[] responseKey = responseKey(hex(in(file, "chip"), "slot_secret"), text(in(file, "chip"), "payment_key"));
        byte[] key = OtherCrypto.hmac("HmacSHA256", responseKey, concat(ascii("TK1 authorization key"), reader.th3));
        assertThat(reader.crypto.challengeMac(key, concat(ascii("TK1 authorization"), whole)))
                .isEqualTo(contents.get(2).GetByteString());
        // The detached form and the payment give the whole byte for byte.
        var detached = CBORObject.DecodeFromBytes(hex(message, "evidence_detached"));
        var payload = detached.get(2);
        payload.Add(CBORObject.FromObject(2), evidence.get(2));
        var again = CBORObject.NewArray()
                .Add(detached.get(1))
                .Add(CBORObject.NewMap())
                .Add(OtherReader.encoded(payload))
                .Add(detached.get(3));
        assertThat(OtherReader.encoded(again)).isEqualTo(whole);
    }

    /** HKDF-SHA256(salt = slot secret, IKM = payment key, info = "TK1 response key", L = 32). */
    private static byte[] responseKey(byte[] slotSecret, String paymentKey) throws Exception {
        byte[] prk = OtherCrypto.hmac("HmacSHA256", slotSecret, ascii(paymentKey));
        return new OtherCrypto(1).expand(prk, ascii("TK1 response key"), 32);
    }

    private static OtherReader reader(CBORObject file, CBORObject session) throws Exception {
        var kem = in(session, "kem");
        return new OtherReader(
                new OtherCrypto((int) number(file, "suite")),
                hex(named(session, "messages", "Offer"), "message"),
                hex(named(session, "messages", "Accept"), "message"),
                hex(kem, "private_key"),
                hex(kem, "public_key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"135790", "000000", "999999"})
    void findsTheResponseKeys(String paymentKey) throws Exception {
        for (CBORObject row : all(VectorReader.file("response-keys.json"), "response_keys")) {
            if (text(row, "payment_key").equals(paymentKey)) {
                assertThat(responseKey(hex(row, "slot_secret"), paymentKey)).isEqualTo(hex(row, "response_key"));
            }
        }
    }
}
