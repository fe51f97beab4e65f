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

import com.upokecenter.cbor.CBORObject;
import io.tetherkey.protocol.message.EnrolmentPurpose;
import io.tetherkey.protocol.seal.Suite;
import io.tetherkey.protocol.session.BankEnrolment;
import io.tetherkey.protocol.session.BankEnrolmentEffect;
import io.tetherkey.protocol.session.BankEnrolmentEvent;
import io.tetherkey.protocol.session.BankEnrolmentStep;
import io.tetherkey.protocol.session.BankIdentity;
import io.tetherkey.protocol.session.BankTrust;
import io.tetherkey.protocol.session.ChipEnrolment;
import io.tetherkey.protocol.session.ChipEnrolmentEffect;
import io.tetherkey.protocol.session.ChipEnrolmentEvent;
import io.tetherkey.protocol.session.ChipEnrolmentStep;
import io.tetherkey.protocol.session.EnrolmentInput;
import io.tetherkey.protocol.session.EnrolmentTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Both ends of an enrolment say what stands in the published files, and a third reader finds every value. */
class EnrolmentVectorsTest {

    static Stream<Arguments> enrolments() {
        return Arrays.stream(Suite.values())
                .flatMap(suite -> Stream.of("new", "renewal").map(name -> Arguments.of(VectorFiles.name(suite), name)));
    }

    private static byte[] message(CBORObject session, String name) {
        return hex(named(session, "messages", name), "message");
    }

    @ParameterizedTest
    @MethodSource("enrolments")
    void bankSaysWhatTheFileSaysToTheStoredChip(String suite, String name) throws Exception {
        var file = VectorReader.file("enrolment-" + suite + ".json");
        var session = named(file, "sessions", name);
        var atBank = in(file, "bank");
        var offer = named(session, "messages", "EnrolmentOffer");
        var signer = Suite.fromId((int) number(file, "suite"))
                .orElseThrow()
                .signer(hex(atBank, "private_key"), VectorReader.hexes(atBank, "certificates"));
        var bank = new BankEnrolment(
                new BankIdentity(text(atBank, "bank_id"), signer), new VectorRandom(text(session, "bank_bytes_from")));
        BankEnrolmentStep step = bank.open(new EnrolmentTerms(
                hex(session, "session_id"),
                Instant.ofEpochSecond(number(offer, "issued_at")),
                Duration.ofSeconds(number(offer, "time_to_live")),
                EnrolmentPurpose.fromCode((int) number(session, "purpose")).orElseThrow()));
        assertSent(step, session, "EnrolmentOffer");
        step = bank.next(step.state(), new BankEnrolmentEvent.Received(message(session, "EnrolmentRequest")));
        step = bank.next(step.state(), new BankEnrolmentEvent.Issued(List.of(hex(session, "new_certificate"))));
        assertSent(step, session, "CertificateIssued");
        step = bank.next(step.state(), new BankEnrolmentEvent.Received(message(session, "PaymentKeySet")));
        step = bank.next(step.state(), new BankEnrolmentEvent.Enabled(VectorHouse.NOW.plusSeconds(20)));
        assertSent(step, session, "EnrolmentResult");
    }

    private static void assertSent(BankEnrolmentStep step, CBORObject session, String name) {
        assertThat(Arrays.equals(((BankEnrolmentEffect.Send) step.effect()).message(), message(session, name)))
                .as(name)
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("enrolments")
    void chipSaysWhatTheFileSaysToTheStoredBank(String suite, String name) throws Exception {
        var file = VectorReader.file("enrolment-" + suite + ".json");
        var session = named(file, "sessions", name);
        var inChip = in(file, "chip");
        Suite own = Suite.fromId((int) number(file, "suite")).orElseThrow();
        byte[] newKey = hex(session, "new_public_key");
        var now = Instant.ofEpochSecond(number(file, "now"));
        var chip = new ChipEnrolment(
                own.signer(hex(session, "new_private_key"), List.of()),
                new VectorRandom(text(session, "chip_bytes_from")));
        var request = named(session, "messages", "EnrolmentRequest");
        ChipEnrolmentStep step = ChipEnrolment.open(
                new EnrolmentInput(message(session, "EnrolmentOffer"), text(request, "user_name"), now),
                new BankTrust(text(in(file, "bank"), "bank_id"), own.id(), hex(in(file, "bank"), "root")));
        boolean renewal = name.equals("renewal");
        step = chip.next(
                step.state(),
                renewal
                        ? new ChipEnrolmentEvent.RenewalConfirmed(
                                newKey,
                                own.signer(hex(inChip, "private_key"), VectorReader.hexes(inChip, "certificates")))
                        : new ChipEnrolmentEvent.CodeEntered(
                                newKey, text(request, "activation_code").toCharArray()));
        assertSent(step, session, "EnrolmentRequest");
        step = chip.next(step.state(), new ChipEnrolmentEvent.Received(message(session, "CertificateIssued"), now));
        if (!renewal) {
            step = chip.next(step.state(), new ChipEnrolmentEvent.PaymentKeyChosen(hex(inChip, "response_key")));
        }
        assertSent(step, session, "PaymentKeySet");
        step = chip.next(step.state(), new ChipEnrolmentEvent.Received(message(session, "EnrolmentResult"), now));
        assertThat(step.effect())
                .isInstanceOf(renewal ? ChipEnrolmentEffect.Renewed.class : ChipEnrolmentEffect.Enable.class);
    }

    private static void assertSent(ChipEnrolmentStep step, CBORObject session, String name) {
        byte[] sent = step.effect() instanceof ChipEnrolmentEffect.Renew renew
                ? renew.message()
                : ((ChipEnrolmentEffect.Send) step.effect()).message();
        assertThat(Arrays.equals(sent, message(session, name))).as(name).isTrue();
    }

    @ParameterizedTest
    @MethodSource("enrolments")
    void thirdReaderFindsEveryValue(String suite, String name) throws Exception {
        var file = VectorReader.file("enrolment-" + suite + ".json");
        var session = named(file, "sessions", name);
        var reader = new OtherReader(
                new OtherCrypto((int) number(file, "suite")),
                "TK1 enrolment",
                "TK1 enrolment ",
                message(session, "EnrolmentOffer"),
                message(session, "EnrolmentRequest"),
                hex(in(session, "kem"), "private_key"),
                hex(in(session, "kem"), "public_key"));
        assertThat(reader.th3).isEqualTo(hex(in(session, "transcript"), "th3"));
        assertThat(reader.exporterSecret).isEqualTo(hex(in(session, "key_schedule"), "exporter_secret"));
        byte[] bankKey = hex(in(file, "bank"), "public_key");
        byte[] newKey = hex(session, "new_public_key");
        reader.payload(message(session, "EnrolmentOffer"), "TK1 enrolment offer", bankKey);
        for (CBORObject row : all(session, "messages")) {
            if (row.ContainsKey("contents")) {
                CBORObject contents = opened(reader, row);
                assertThat(OtherReader.encoded(contents)).isEqualTo(hex(row, "contents"));
                assertSigned(reader, contents, bankKey, newKey);
            }
        }
    }

    private static CBORObject opened(OtherReader reader, CBORObject row) throws Exception {
        if (text(row, "name").equals("EnrolmentRequest")) {
            return reader.openAccept();
        }
        return reader.open(text(row, "from").equals("bank") ? "b2c" : "c2b", hex(row, "message"));
    }

    private static void assertSigned(OtherReader reader, CBORObject contents, byte[] bankKey, byte[] newKey)
            throws Exception {
        switch (contents.get(0).AsInt32()) {
            case 9 ->
                assertThat(reader.crypto.verify(
                                newKey,
                                concat(ascii("TK1 enrolment request"), reader.th2),
                                contents.get(3).GetByteString()))
                        .isTrue();
            case 10 -> {
                var payload = reader.payload(contents.get(1).GetByteString(), "TK1 certificate issued", bankKey);
                assertThat(payload.get(1).GetByteString()).isEqualTo(reader.th3);
            }
            case 11 -> {
                byte[] responseKey = contents.get(1).GetByteString();
                assertThat(reader.crypto.verify(
                                newKey,
                                concat(ascii("TK1 payment key set"), reader.th3, responseKey),
                                contents.get(2).GetByteString()))
                        .isTrue();
            }
            case 12 -> {
                var payload = reader.payload(contents.get(1).GetByteString(), "TK1 enrolment result", bankKey);
                assertThat(payload.get(1).GetByteString()).isEqualTo(reader.th3);
            }
            default -> throw new AssertionError("unknown kind");
        }
    }
}
