package io.tetherkey.protocol.vectors;

import static io.tetherkey.protocol.vectors.RefusalVectors.bytes;
import static io.tetherkey.protocol.vectors.RefusalVectors.number;
import static io.tetherkey.protocol.vectors.RefusalVectors.numbers;
import static io.tetherkey.protocol.vectors.RefusalVectors.signedWithChain;
import static io.tetherkey.protocol.vectors.RefusalVectors.with;
import static io.tetherkey.protocol.vectors.RefusalVectors.without;

import io.tetherkey.protocol.cbor.CborValue;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.seal.CertificatePurpose;
import io.tetherkey.protocol.seal.CoseSign1;
import io.tetherkey.protocol.seal.CoseSign1.Use;
import io.tetherkey.protocol.seal.SealTrace;
import io.tetherkey.protocol.seal.Suite;
import io.tetherkey.protocol.seal.TestAuthority;
import java.util.Arrays;
import java.util.List;

/** Offers that the chip must not answer; it says NOT_AVAILABLE to each. */
final class OfferRefusals {
    private final RefusalVectors all;
    private final VectorHouse house;
    private final byte[] good;
    private final byte[] payload;

    OfferRefusals(RefusalVectors all, SessionStory story) throws Exception {
        this.all = all;
        this.house = story.house;
        this.good = story.messages.get("Offer");
        this.payload = CoseSign1.parse(good).payload();
    }

    void add() throws Exception {
        signatures();
        downgrades();
        fields();
        if (house.suite != Suite.POST_QUANTUM) {
            encodings();
        }
    }

    private void refuse(String meaning, byte[] offer) {
        all.add("chip", "", "Chip", meaning, offer, StatusCode.NOT_AVAILABLE);
    }

    /** An Offer whose payload differs in one field and which the bank signed. */
    private void refuse(String meaning, int field, CborValue value) throws Exception {
        refuse(meaning, signedWithChain(house.bank, Use.OFFER, with(payload, field, value)));
    }

    private void signatures() throws Exception {
        refuse("damaged signature", SealTrace.damaged(good, -1));
        refuse(
                "damaged payload",
                SealTrace.damaged(good, good.length - SealTrace.signature(CoseSign1.parse(good)).length - 40));
        refuse("signed for another use", signedWithChain(house.bank, Use.RECEIPT, payload));
        refuse(
                "without the chain",
                CoseSign1.sign(house.bank, Use.OFFER, payload).encode());
        refuse("signed by a chip of the bank", signedWithChain(house.chip, Use.OFFER, payload));
        var random = new VectorRandom(house.name + " stranger");
        var stranger = new TestAuthority("TetherKey test bank root", house.suite, random);
        var keys = house.suite.generateKeyPair(random);
        byte[] certificate = stranger.certify(house.bankId, keys.spki(), CertificatePurpose.BANK);
        refuse(
                "foreign bank: another root of the same name",
                signedWithChain(house.suite.signer(keys.pkcs8(), List.of(certificate)), Use.OFFER, payload));
        refuse(
                "signed by a key that is not the certificate's",
                signedWithChain(house.suite.signer(keys.pkcs8(), house.bank.certificateChain()), Use.OFFER, payload));
        byte[] namesake = house.authority.certify("otherbank", house.bankKeys.spki(), CertificatePurpose.BANK);
        refuse(
                "a certificate that names another bank",
                signedWithChain(house.suite.signer(house.bankKeys.pkcs8(), List.of(namesake)), Use.OFFER, payload));
        byte[] old = house.authority.certify(
                house.bankId, house.bankKeys.spki(), CertificatePurpose.BANK, VectorHouse.NOW.minusSeconds(1));
        refuse(
                "an expired certificate",
                signedWithChain(house.suite.signer(house.bankKeys.pkcs8(), List.of(old)), Use.OFFER, payload));
    }

    private void downgrades() throws Exception {
        Suite other = RefusalVectors.another(house.suite);
        var key = other.generateKemKeyPair(new VectorRandom(house.name + " other suite"));
        refuse("suite list without the slot's suite", 4, numbers(other.id()));
        refuse("empty suite list", 4, numbers());
        refuse("chosen suite that is not the highest in both lists", 5, number(other.id()));
        byte[] chosen =
                with(with(with(payload, 4, numbers(other.id())), 5, number(other.id())), 6, bytes(key.publicKey()));
        refuse("another suite throughout, signed by the bank", signedWithChain(house.bank, Use.OFFER, chosen));
        byte[] both = with(with(with(payload, 4, numbers(1, 2, 3)), 5, number(other.id())), 6, bytes(key.publicKey()));
        refuse("every suite listed and another one chosen", signedWithChain(house.bank, Use.OFFER, both));
        refuse("KEM key of another suite", 6, bytes(key.publicKey()));
        refuse("unknown suite", 5, number(9));
    }

    private void fields() throws Exception {
        refuse("another bank's id", 2, new CborValue.Text("otherbank"));
        refuse("issued more than five minutes ahead", 8, number(VectorHouse.NOW.getEpochSecond() + 301));
        refuse("over for five minutes", 8, number(VectorHouse.NOW.getEpochSecond() - 600));
        byte[] kemKey = with(payload, 6, bytes(new byte[house.suite.kemPublicKeyLength()]));
        if (house.suite != Suite.POST_QUANTUM) {
            refuse("KEM key of zeros", signedWithChain(house.bank, Use.OFFER, kemKey));
        }
        byte[] ones = new byte[house.suite.kemPublicKeyLength() - 1];
        refuse("KEM key that is a byte short", 6, bytes(ones));
        refuse("version 2", 1, number(2));
    }

    private void encodings() throws Exception {
        refuse("time to live of 0", 9, number(0));
        refuse("time to live of 301 s", 9, number(301));
        refuse("session id of 15 bytes", 3, bytes(new byte[15]));
        refuse("nonce of 31 bytes", 7, bytes(new byte[31]));
        refuse("hash of 33 bytes", 10, bytes(new byte[33]));
        refuse("unknown field", 11, number(0));
        refuse("suite 0 in the list", 4, numbers(0, house.suite.id()));
        refuse("nine suites", 4, numbers(1, 2, 3, 4, 5, 6, 7, 8, 9));
        refuse("field 7 missing", signedWithChain(house.bank, Use.OFFER, without(payload, 7)));
        refuse("payload that is no map", signedWithChain(house.bank, Use.OFFER, new byte[] {0}));
        refuse("one byte more", Arrays.copyOf(good, good.length + 1));
        refuse("one byte less", Arrays.copyOf(good, good.length - 1));
        refuse("nothing", new byte[0]);
    }
}
