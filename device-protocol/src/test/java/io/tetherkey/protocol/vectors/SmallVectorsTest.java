package io.tetherkey.protocol.vectors;

import static io.tetherkey.protocol.vectors.VectorReader.all;
import static io.tetherkey.protocol.vectors.VectorReader.hex;
import static io.tetherkey.protocol.vectors.VectorReader.hexes;
import static io.tetherkey.protocol.vectors.VectorReader.in;
import static io.tetherkey.protocol.vectors.VectorReader.number;
import static io.tetherkey.protocol.vectors.VectorReader.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.upokecenter.cbor.CBORObject;
import io.tetherkey.protocol.cbor.CborDecoder;
import io.tetherkey.protocol.cbor.CborEncoder;
import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.frame.Cobs;
import io.tetherkey.protocol.frame.FrameCodec;
import io.tetherkey.protocol.frame.FrameDecoder;
import io.tetherkey.protocol.frame.FrameResult;
import io.tetherkey.protocol.frame.Reassembler;
import io.tetherkey.protocol.message.SealedCredentials;
import io.tetherkey.protocol.seal.CertificateException;
import io.tetherkey.protocol.seal.CertificatePurpose;
import io.tetherkey.protocol.seal.Certificates;
import io.tetherkey.protocol.seal.CredentialSeal;
import io.tetherkey.protocol.seal.KemKeyPair;
import io.tetherkey.protocol.seal.ResponseKeys;
import io.tetherkey.protocol.seal.SealException;
import io.tetherkey.protocol.seal.Suite;
import io.tetherkey.protocol.trust.OrderVerifier;
import io.tetherkey.protocol.trust.ReceiptVerifier;
import io.tetherkey.protocol.trust.SignedDirectory;
import io.tetherkey.protocol.trust.TrustException;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The code takes and refuses what the published files say. */
class SmallVectorsTest {

    @Test
    void itemsAreTakenByteForByteOrRefused() throws Exception {
        var file = VectorReader.file("cbor.json");
        for (CBORObject row : all(file, "taken")) {
            byte[] bytes = hex(row, "bytes");
            assertThat(CborEncoder.encode(CborDecoder.decode(bytes)))
                    .as(text(row, "meaning"))
                    .isEqualTo(bytes);
        }
        for (CBORObject row : all(file, "refused")) {
            assertThatThrownBy(() -> CborDecoder.decode(hex(row, "bytes")))
                    .as(text(row, "meaning"))
                    .isInstanceOf(CborException.class);
        }
    }

    @Test
    void framesGoOnTheWireAsTheFileSays() throws Exception {
        var file = VectorReader.file("frames.json");
        for (CBORObject row : all(file, "cobs")) {
            byte[] encoded = hex(row, "encoded");
            assertThat(Cobs.encode(hex(row, "plain"))).isEqualTo(encoded);
            assertThat(Cobs.decode(encoded, encoded.length)).contains(hex(row, "plain"));
        }
        for (CBORObject row : all(file, "cobs_refused")) {
            byte[] bytes = hex(row, "bytes");
            assertThat(Cobs.decode(bytes, bytes.length))
                    .as(text(row, "meaning"))
                    .isEmpty();
        }
        for (CBORObject row : all(file, "frames")) {
            byte[] wire = hex(row, "wire");
            var result = (FrameResult.Accepted) FrameCodec.decode(wire, wire.length - 1);
            assertThat(result.frame().payload()).isEqualTo(hex(row, "payload"));
            assertThat((long) result.frame().total()).isEqualTo(number(row, "total"));
            assertThat(FrameCodec.encode(result.frame())).isEqualTo(wire);
        }
        for (CBORObject row : all(file, "not_taken")) {
            byte[] bytes = hex(row, "bytes");
            FrameResult result = FrameCodec.decode(bytes, bytes.length);
            assertThat(result instanceof FrameResult.Failed ? "failed" : "ignored")
                    .as(text(row, "meaning"))
                    .isEqualTo(text(row, "outcome"));
            if (result instanceof FrameResult.Failed failed) {
                assertThat(failed.status().name()).isEqualTo(text(row, "status"));
            }
        }
    }

    @Test
    void fragmentsMakeTheMessage() throws Exception {
        var row = in(VectorReader.file("frames.json"), "message_in_fragments");
        var decoder = new FrameDecoder();
        Reassembler building = Reassembler.empty();
        byte[] message = {};
        for (byte[] wire : hexes(row, "wire")) {
            var frame = ((FrameResult.Accepted) decoder.feed(wire, wire.length).getFirst()).frame();
            var outcome = building.accept(frame, 65_536);
            building = outcome.next();
            if (outcome instanceof Reassembler.Outcome.Complete complete) {
                message = complete.message();
            }
        }
        assertThat(message).isEqualTo(hex(row, "message"));
    }

    @Test
    void credentialsOpenOrDoNot() throws Exception {
        var file = VectorReader.file("credentials.json");
        for (CBORObject row : all(file, "cases")) {
            try (var opened = CredentialSeal.open(pair(row), hex(row, "offer"), sealed(row))) {
                assertThat(opened.userName()).isEqualTo(text(row, "user_name"));
                assertThat(new String(opened.password())).isEqualTo(text(row, "password"));
            }
        }
        for (CBORObject row : all(file, "refused")) {
            assertThatThrownBy(() -> CredentialSeal.open(pair(row), hex(row, "offer"), sealed(row)))
                    .as(text(row, "meaning"))
                    .isInstanceOf(SealException.class);
        }
    }

    private static KemKeyPair pair(CBORObject row) {
        return new KemKeyPair(hex(row, "private_key"), hex(row, "public_key"));
    }

    private static SealedCredentials sealed(CBORObject row) {
        return new SealedCredentials(hex(row, "enc"), hex(row, "sealed"));
    }

    @Test
    void responseKeysAndMacsAreThoseOfTheFile() throws Exception {
        var file = VectorReader.file("response-keys.json");
        for (CBORObject row : all(file, "response_keys")) {
            assertThat(ResponseKeys.derive(
                            hex(row, "slot_secret"), text(row, "payment_key").toCharArray()))
                    .isEqualTo(hex(row, "response_key"));
        }
        for (CBORObject row : all(file, "macs")) {
            var suite = Suite.fromId((int) number(row, "suite")).orElseThrow();
            assertThat(suite.mac(hex(row, "key"), hex(row, "input"))).isEqualTo(hex(row, "mac"));
        }
    }

    @Test
    void chainsHoldOrBreakForTheReasonGiven() throws Exception {
        for (CBORObject row : all(VectorReader.file("certificates.json"), "cases")) {
            ThrowingCallable check = () -> Certificates.verify(
                    hexes(row, "chain"),
                    hex(row, "root"),
                    CertificatePurpose.valueOf(text(row, "purpose")),
                    Instant.ofEpochSecond(number(row, "at")));
            if (in(row, "holds").AsBoolean()) {
                assertThatCode(check).as(text(row, "meaning")).doesNotThrowAnyException();
            } else {
                assertThatThrownBy(check)
                        .as(text(row, "meaning"))
                        .isInstanceOfSatisfying(
                                CertificateException.class,
                                e -> assertThat(e.reason().name()).isEqualTo(text(row, "reason")));
            }
        }
    }

    @Test
    void documentsAreBelievedOrRefused() throws Exception {
        var file = VectorReader.file("documents.json");
        Instant now = Instant.ofEpochSecond(number(file, "now"));
        var orders = in(file, "orders");
        var verifier = new OrderVerifier(hex(orders, "merchant_root"));
        assertThat(verifier.verify(hex(orders, "order"), now).orderHash()).isEqualTo(hex(orders, "order_hash"));
        for (CBORObject row : all(orders, "refused")) {
            Instant at = row.ContainsKey("at") ? Instant.ofEpochSecond(number(row, "at")) : now;
            assertRefused(row, () -> verifier.verify(hex(row, "bytes"), at));
        }
        var directories = in(file, "directories");
        byte[] root = hex(directories, "root");
        long lowest = number(directories, "lowest_version");
        var directory = SignedDirectory.verify(hex(directories, "directory"), root, now, lowest);
        assertThat(directory.banks()).hasSize(3);
        for (CBORObject row : all(directories, "refused")) {
            assertRefused(row, () -> SignedDirectory.verify(hex(row, "bytes"), root, now, lowest));
        }
        var receipts = in(file, "exported_receipts");
        for (String good : List.of("paid", "declined")) {
            assertThat(ReceiptVerifier.verify(hex(receipts, good), directory)
                            .receipt()
                            .verdict()
                            .name())
                    .isEqualToIgnoringCase(good);
        }
        for (CBORObject row : all(receipts, "refused")) {
            assertRefused(row, () -> ReceiptVerifier.verify(hex(row, "bytes"), directory));
        }
    }

    private static void assertRefused(CBORObject row, ThrowingCallable check) {
        assertThatThrownBy(check)
                .as(text(row, "meaning"))
                .isInstanceOfSatisfying(
                        TrustException.class, e -> assertThat(e.fault().code()).isEqualTo(text(row, "code")));
    }
}
