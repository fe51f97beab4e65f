package io.tetherkey.protocol.conformance.bank;

import io.tetherkey.protocol.cbor.CborEncoder;
import io.tetherkey.protocol.cbor.CborValue;
import io.tetherkey.protocol.seal.CoseSign1;
import io.tetherkey.protocol.seal.KemKeyPair;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.seal.Signer;
import io.tetherkey.protocol.seal.Suite;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** An Offer that is right, until a case changes a field, the signer or what it is signed for. */
public final class OfferDraft {
    private static final int VERSION = 1;
    private static final int BANK_ID = 2;
    private static final int SESSION_ID = 3;
    private static final int SUITES = 4;
    private static final int SUITE = 5;
    private static final int KEM_KEY = 6;
    private static final int NONCE = 7;
    private static final int ISSUED = 8;
    private static final int TIME_TO_LIVE = 9;
    private static final int CONTEXT = 10;
    private static final long LONGEST = 300;

    private final NavigableMap<Long, CborValue> fields = new TreeMap<>();
    private final KemKeyPair kemKeys;
    private final byte[] sessionId;
    private Signer signer;
    private CoseSign1.Use use = CoseSign1.Use.OFFER;

    private OfferDraft(BankKey bank, KemKeyPair kemKeys, byte[] sessionId) {
        this.signer = bank.signer();
        this.kemKeys = kemKeys;
        this.sessionId = sessionId.clone();
    }

    /** A right Offer of this bank, issued now for five minutes. */
    public static OfferDraft of(BankKey bank, Instant now, RandomSource random) {
        Suite suite = bank.signer().suite();
        OfferDraft draft = new OfferDraft(bank, suite.generateKemKeyPair(random), random.bytes(16));
        return draft.number(VERSION, 1)
                .field(BANK_ID, new CborValue.Text(bank.bankId()))
                .field(SESSION_ID, new CborValue.Bytes(draft.sessionId))
                .suites(List.of(suite.id()), suite.id())
                .kemKey(draft.kemKeys.publicKey())
                .field(NONCE, new CborValue.Bytes(random.bytes(32)))
                .issued(now)
                .timeToLive(LONGEST)
                .field(CONTEXT, new CborValue.Bytes(random.bytes(32)));
    }

    public OfferDraft field(int key, CborValue value) {
        fields.put((long) key, value);
        return this;
    }

    private OfferDraft number(int key, long value) {
        return field(key, new CborValue.Int(value));
    }

    public OfferDraft without(int key) {
        fields.remove((long) key);
        return this;
    }

    public OfferDraft version(int version) {
        return number(VERSION, version);
    }

    public OfferDraft bank(String bankId) {
        return field(BANK_ID, new CborValue.Text(bankId));
    }

    public OfferDraft session(byte[] id) {
        return field(SESSION_ID, new CborValue.Bytes(id));
    }

    public OfferDraft suites(List<Integer> all, int chosen) {
        List<CborValue> items =
                all.stream().map(id -> (CborValue) new CborValue.Int(id)).toList();
        return field(SUITES, new CborValue.Array(items)).number(SUITE, chosen);
    }

    public OfferDraft kemKey(byte[] key) {
        return field(KEM_KEY, new CborValue.Bytes(key));
    }

    public OfferDraft issued(Instant at) {
        return number(ISSUED, at.getEpochSecond());
    }

    public OfferDraft timeToLive(long seconds) {
        return number(TIME_TO_LIVE, seconds);
    }

    public OfferDraft signedBy(Signer other) {
        signer = other;
        return this;
    }

    public OfferDraft signedFor(CoseSign1.Use other) {
        use = other;
        return this;
    }

    public byte[] sessionId() {
        return sessionId.clone();
    }

    KemKeyPair kemKeys() {
        return kemKeys;
    }

    /** The signed Offer with the signer's chain. */
    public byte[] sign() {
        return CoseSign1.signWithChain(signer, use, CborEncoder.encode(new CborValue.MapOf(fields)))
                .encode();
    }

    /** The signed Offer without any chain. */
    public byte[] signWithoutChain() {
        return CoseSign1.sign(signer, use, CborEncoder.encode(new CborValue.MapOf(fields)))
                .encode();
    }
}
