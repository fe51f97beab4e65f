package io.tetherkey.protocol.vectors;

import io.tetherkey.protocol.message.Decision;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.Path;
import io.tetherkey.protocol.message.Verdict;
import io.tetherkey.protocol.seal.CertificatePurpose;
import io.tetherkey.protocol.seal.CoseSign1;
import io.tetherkey.protocol.seal.Evidence;
import io.tetherkey.protocol.seal.Hashes;
import io.tetherkey.protocol.seal.KeyPairBytes;
import io.tetherkey.protocol.seal.SealTrace;
import io.tetherkey.protocol.seal.Signer;
import io.tetherkey.protocol.seal.Suite;
import io.tetherkey.protocol.seal.TestAuthority;
import io.tetherkey.protocol.trust.BankEntry;
import io.tetherkey.protocol.trust.Directory;
import io.tetherkey.protocol.trust.ExportedReceipt;
import io.tetherkey.protocol.trust.SignedDirectory;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Orders, start links, directories and exported receipts, and such as must not be believed. */
final class DocumentVectors {
    private static final Instant NOW = VectorHouse.NOW;

    private final VectorHouse house = new VectorHouse(Suite.CLASSIC);
    private final TestAuthority publishers;
    private final KeyPairBytes publisherKeys;
    private final Signer publisher;

    private DocumentVectors() {
        var random = new VectorRandom("directory keys");
        publishers = new TestAuthority("TetherKey test directory root", Suite.CLASSIC, random);
        publisherKeys = Suite.CLASSIC.generateKeyPair(random);
        publisher = Suite.CLASSIC.signer(
                publisherKeys.pkcs8(),
                List.of(publishers.certify("directory", publisherKeys.spki(), CertificatePurpose.DIRECTORY)));
    }

    static JsonObject file() throws Exception {
        var vectors = new DocumentVectors();
        return VectorFiles.head("signed documents outside a session")
                .put("section", "Documents outside a session")
                .put("now", NOW.getEpochSecond())
                .put("orders", vectors.orders())
                .put("directories", vectors.directories())
                .put("exported_receipts", vectors.receipts());
    }

    private JsonObject orders() throws Exception {
        byte[] order = house.signedOrder;
        String link = Base64.getUrlEncoder().withoutPadding().encodeToString(order);
        List<JsonObject> refused = new ArrayList<>();
        refused.add(refused("a damaged payload", SealTrace.damaged(order, order.length - 150), Fault.ORDER_UNTRUSTED));
        refused.add(refused("a damaged signature", SealTrace.damaged(order, -1), Fault.ORDER_UNTRUSTED));
        refused.add(refused("one byte more", Arrays.copyOf(order, order.length + 1), Fault.ORDER_UNTRUSTED));
        refused.add(refused("with the tag of COSE_Sign1", tagged(order), Fault.ORDER_UNTRUSTED));
        refused.add(refused(
                "signed for another use",
                signed(house.merchant, CoseSign1.Use.RECEIPT, house.order.encode()),
                Fault.ORDER_UNTRUSTED));
        refused.add(refused(
                "without the chain",
                CoseSign1.sign(house.merchant, CoseSign1.Use.ORDER, house.order.encode())
                        .encode(),
                Fault.ORDER_UNTRUSTED));
        refused.add(refused(
                "signed by a bank",
                signed(house.bank, CoseSign1.Use.ORDER, house.order.encode()),
                Fault.ORDER_UNTRUSTED));
        refused.add(refused("at its expiry", order, Fault.ORDER_EXPIRED)
                .put("at", house.order.expiresAt().getEpochSecond()));
        return new JsonObject()
                .put("merchant_root", house.merchants.root())
                .put("order", order)
                .put("payload", CoseSign1.parse(order).payload())
                .put("order_hash", Hashes.sha256(order))
                .put("signature", SessionVectors.signature(order, CoseSign1.Use.ORDER, house.merchantKeys.spki()))
                .put("start_link", "tetherkey://pay?order=" + link)
                .put("refused", refused);
    }

    private Directory directory(long version, Instant expires) {
        List<BankEntry> banks = new ArrayList<>();
        for (Suite suite : Suite.values()) {
            var bank = new VectorHouse(suite);
            banks.add(new BankEntry(
                    bank.bankId,
                    bank.bankId + " bank",
                    "银行",
                    URI.create("https://" + bank.bankId + ".example"),
                    bank.authority.root(),
                    house.merchants.root(),
                    suite.id(),
                    "help@" + bank.bankId + ".example",
                    "#123456"));
        }
        return new Directory(version, NOW.minusSeconds(60), expires, true, banks, house.merchants.root());
    }

    private JsonObject directories() throws Exception {
        Instant expires = NOW.plus(Duration.ofHours(12));
        byte[] good = SignedDirectory.sign(directory(7, expires), publisher);
        List<JsonObject> refused = new ArrayList<>();
        refused.add(refused("damaged", SealTrace.damaged(good, good.length / 2), Fault.DIRECTORY_INVALID));
        refused.add(refused(
                "of version 6", SignedDirectory.sign(directory(6, expires), publisher), Fault.DIRECTORY_INVALID));
        refused.add(refused("expired", SignedDirectory.sign(directory(7, NOW), publisher), Fault.DIRECTORY_INVALID));
        refused.add(refused(
                "signed by a bank", SignedDirectory.sign(directory(7, expires), house.bank), Fault.DIRECTORY_INVALID));
        refused.add(refused(
                "signed for another use",
                signed(publisher, CoseSign1.Use.ORDER, CoseSign1.parse(good).payload()),
                Fault.DIRECTORY_INVALID));
        return new JsonObject()
                .put("root", publishers.root())
                .put("lowest_version", 7)
                .put("directory", good)
                .put("payload", CoseSign1.parse(good).payload())
                .put("signature", SessionVectors.signature(good, CoseSign1.Use.DIRECTORY, publisherKeys.spki()))
                .put("refused", refused);
    }

    private byte[] exported(Decision decision, Verdict verdict) {
        var evidence = Evidence.sign(
                house.chip, new Evidence.Facts(house.request, new byte[32], decision, 1, new byte[32], Path.WIRED));
        return new ExportedReceipt(
                        house.signedOrder,
                        evidence.detached(),
                        SessionStory.receipt(house, evidence.hash(), verdict),
                        house.authority.root(),
                        house.merchants.root())
                .encode();
    }

    private JsonObject receipts() {
        byte[] paid = exported(Decision.APPROVED, Verdict.PAID);
        List<JsonObject> refused = new ArrayList<>();
        refused.add(refused("damaged evidence", SealTrace.damaged(paid, paid.length / 3), Fault.RECEIPT_REFUSED));
        refused.add(refused("damaged receipt", SealTrace.damaged(paid, paid.length / 2), Fault.RECEIPT_REFUSED));
        refused.add(refused("paid and yet declined", exported(Decision.DECLINED, Verdict.PAID), Fault.RECEIPT_REFUSED));
        return new JsonObject()
                .put("paid", paid)
                .put("declined", exported(Decision.DECLINED, Verdict.DECLINED))
                .put("refused", refused);
    }

    private static byte[] signed(Signer signer, CoseSign1.Use use, byte[] payload) {
        return CoseSign1.signWithChain(signer, use, payload).encode();
    }

    private static byte[] tagged(byte[] cose) {
        byte[] tagged = new byte[cose.length + 1];
        tagged[0] = (byte) 0xD2;
        System.arraycopy(cose, 0, tagged, 1, cose.length);
        return tagged;
    }

    private static JsonObject refused(String meaning, byte[] bytes, Fault fault) {
        return new JsonObject().put("meaning", meaning).put("bytes", bytes).put("code", fault.code());
    }
}
