package io.tetherkey.protocol.vectors;

import io.tetherkey.protocol.seal.CertificateException.Reason;
import io.tetherkey.protocol.seal.CertificatePurpose;
import io.tetherkey.protocol.seal.SealTrace;
import io.tetherkey.protocol.seal.Suite;
import io.tetherkey.protocol.seal.TestAuthority;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Chains that hold, and chains of which each breaks one rule. */
final class CertificateVectors {
    private static final Duration DAY = Duration.ofDays(1);

    private final List<JsonObject> cases = new ArrayList<>();

    private CertificateVectors() {}

    static JsonObject file() {
        var vectors = new CertificateVectors();
        for (Suite suite : Suite.values()) {
            vectors.holds(new VectorHouse(suite));
        }
        vectors.broken(new VectorHouse(Suite.CLASSIC), new VectorHouse(Suite.GM));
        return VectorFiles.head("certificate chains, each with the purpose and the time for which it is checked")
                .put("section", "Certificates")
                .put("cases", vectors.cases);
    }

    private void holds(VectorHouse house) {
        byte[] root = house.authority.root();
        good("a bank of suite " + house.suite.id(), house.bank.certificateChain(), root, CertificatePurpose.BANK);
        good("a chip of suite " + house.suite.id(), house.chip.certificateChain(), root, CertificatePurpose.CHIP);
    }

    private void good(String meaning, List<byte[]> chain, byte[] root, CertificatePurpose purpose) {
        cases.add(one(meaning, chain, root, purpose, VectorHouse.NOW).put("holds", true));
    }

    private void broken(VectorHouse house, VectorHouse other) {
        byte[] root = house.authority.root();
        List<byte[]> chain = house.chip.certificateChain();
        byte[] chip = chain.getFirst();
        var purpose = CertificatePurpose.CHIP;
        Instant now = VectorHouse.NOW;
        bad("no certificate", List.of(), root, purpose, now, Reason.MALFORMED);
        bad("four certificates", List.of(chip, chip, chip, chip), root, purpose, now, Reason.MALFORMED);
        bad("no certificate at all in the bytes", List.of(new byte[] {0x30, 0}), root, purpose, now, Reason.MALFORMED);
        bad("one byte more", List.of(Arrays.copyOf(chip, chip.length + 1)), root, purpose, now, Reason.MALFORMED);
        bad("one byte less", List.of(Arrays.copyOf(chip, chip.length - 1)), root, purpose, now, Reason.MALFORMED);
        bad("a damaged signature", List.of(SealTrace.damaged(chip, -1)), root, purpose, now, Reason.FOREIGN);
        var namesake = new TestAuthority("TetherKey test bank root", Suite.CLASSIC, new VectorRandom("another root"));
        bad("another root of the same name", chain, namesake.root(), purpose, now, Reason.FOREIGN);
        bad("the root of a bank of suite 2", chain, other.authority.root(), purpose, now, Reason.FOREIGN);
        bad("a chip of suite 2", other.chip.certificateChain(), root, purpose, now, Reason.FOREIGN);
        byte[] underChip = namesake.certify("slot-1", house.chipKeys.spki(), purpose);
        bad("issued by a chip", List.of(underChip, chip), root, purpose, now, Reason.FOREIGN);
        bad("a bank for a chip", house.bank.certificateChain(), root, purpose, now, Reason.PURPOSE);
        bad("a chip for a bank", chain, root, CertificatePurpose.BANK, now, Reason.PURPOSE);
        bad("the root for a chip", List.of(root), root, purpose, now, Reason.PURPOSE);
        bad("two days later", chain, root, purpose, now.plus(DAY).plus(DAY), Reason.EXPIRED);
        bad("two days earlier", chain, root, purpose, now.minus(DAY).minus(DAY), Reason.NOT_YET);
    }

    private void bad(
            String meaning, List<byte[]> chain, byte[] root, CertificatePurpose purpose, Instant at, Reason reason) {
        cases.add(one(meaning, chain, root, purpose, at).put("holds", false).put("reason", reason.name()));
    }

    private static JsonObject one(
            String meaning, List<byte[]> chain, byte[] root, CertificatePurpose purpose, Instant at) {
        return new JsonObject()
                .put("meaning", meaning)
                .put("chain", chain)
                .put("root", root)
                .put("purpose", purpose.name())
                .put("at", at.getEpochSecond());
    }
}
