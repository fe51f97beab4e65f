package io.tetherkey.protocol.vectors;

import io.tetherkey.protocol.message.Money;
import io.tetherkey.protocol.message.Order;
import io.tetherkey.protocol.message.PaymentRequest;
import io.tetherkey.protocol.seal.CertificatePurpose;
import io.tetherkey.protocol.seal.Hashes;
import io.tetherkey.protocol.seal.KeyPairBytes;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.seal.ResponseKeys;
import io.tetherkey.protocol.seal.Signer;
import io.tetherkey.protocol.seal.Suite;
import io.tetherkey.protocol.seal.TestAuthority;
import io.tetherkey.protocol.session.SlotView;
import io.tetherkey.protocol.trust.OrderVerifier;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A bank of one suite with its chip, its merchant and an order, made from the byte source alone. */
final class VectorHouse {
    static final Instant NOW = TestAuthority.NOW;
    static final String SLOT_ID = "slot-1";
    static final String PAYMENT_KEY = "135790";
    static final String WRONG_PAYMENT_KEY = "000000";

    final Suite suite;
    final String name;
    final String bankId;
    final TestAuthority authority;
    final KeyPairBytes bankKeys;
    final Signer bank;
    final KeyPairBytes chipKeys;
    final Signer chip;
    final byte[] slotSecret;
    final byte[] responseKey;
    final TestAuthority merchants;
    final KeyPairBytes merchantKeys;
    final Signer merchant;
    final Order order;
    final byte[] signedOrder;
    final PaymentRequest request;

    VectorHouse(Suite suite) {
        this.suite = suite;
        this.name = suite.name().toLowerCase(Locale.ROOT).replace('_', '-');
        this.bankId = switch (suite) {
            case CLASSIC -> "harbour";
            case GM -> "jade";
            case POST_QUANTUM -> "summit";
        };
        RandomSource keys = new VectorRandom(name + " keys");
        authority = new TestAuthority("TetherKey test bank root", suite, keys);
        bankKeys = suite.generateKeyPair(keys);
        bank = signer(suite, bankKeys, authority.certify(bankId, bankKeys.spki(), CertificatePurpose.BANK));
        chipKeys = suite.generateKeyPair(keys);
        chip = signer(suite, chipKeys, authority.certify(SLOT_ID, chipKeys.spki(), CertificatePurpose.CHIP));
        slotSecret = keys.bytes(ResponseKeys.LENGTH);
        responseKey = ResponseKeys.derive(slotSecret, PAYMENT_KEY.toCharArray());
        merchants = new TestAuthority("TetherKey test merchant root", Suite.CLASSIC, keys);
        merchantKeys = Suite.CLASSIC.generateKeyPair(keys);
        merchant = signer(
                Suite.CLASSIC,
                merchantKeys,
                merchants.certify("lotus", merchantKeys.spki(), CertificatePurpose.MERCHANT));
        order = new Order(
                "0123456789abcdef0123456789abcdef",
                "lotus",
                "Lotus Tea House 荷塘茶舍",
                "6222 0001 2345",
                new Money(12_800, "CNY"),
                "Jasmine Silver Needle",
                NOW.minusSeconds(30),
                NOW.plusSeconds(870),
                List.of());
        signedOrder = OrderVerifier.sign(order, merchant);
        request = PaymentRequest.of(order, Hashes.sha256(signedOrder));
    }

    private static Signer signer(Suite suite, KeyPairBytes keys, byte[] certificate) {
        return suite.signer(keys.pkcs8(), List.of(certificate));
    }

    SlotView slot() {
        return new SlotView(SLOT_ID, bankId, suite.id(), authority.root(), chip.certificateChain());
    }

    byte[] wrongResponseKey() {
        return ResponseKeys.derive(slotSecret, WRONG_PAYMENT_KEY.toCharArray());
    }

    /** The part of a session file that says who speaks. */
    JsonObject bankJson() {
        return new JsonObject()
                .put("bank_id", bankId)
                .put("root", authority.root())
                .put("certificates", bank.certificateChain())
                .put("private_key", bankKeys.pkcs8())
                .put("public_key", bankKeys.spki());
    }

    JsonObject chipJson() {
        return new JsonObject()
                .put("slot_id", SLOT_ID)
                .put("suite", suite.id())
                .put("certificates", chip.certificateChain())
                .put("private_key", chipKeys.pkcs8())
                .put("public_key", chipKeys.spki())
                .put("slot_secret", slotSecret)
                .put("payment_key", PAYMENT_KEY)
                .put("response_key", responseKey);
    }
}
