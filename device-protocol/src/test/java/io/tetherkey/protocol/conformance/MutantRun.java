package io.tetherkey.protocol.conformance;

import io.tetherkey.protocol.conformance.broken.MutantPhone;
import io.tetherkey.protocol.conformance.broken.Mutation;
import io.tetherkey.protocol.conformance.phone.PhoneUnderTest;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.seal.TestAuthority;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** All cases against one phone with a fault. */
public final class MutantRun {
    /** Cases that wait for seconds; left out where the fault does not concern them. */
    private static final Set<String> LONG = Set.of(
            "LINK-P-22",
            "LINK-P-25",
            "LINK-P-26",
            "LINK-P-27",
            "LINK-P-28",
            "LINK-P-33",
            "LINK-P-34",
            "LINK-F-34",
            "USER-P-06",
            "USER-P-09",
            "USER-P-10",
            "USER-P-23",
            "USER-F-02",
            "USER-F-09");

    private MutantRun() {}

    /** @param concerned cases that are run even if they are long */
    public static List<CaseResult> of(Mutation mutation, Set<String> concerned) throws Exception {
        MovableClock clock = new MovableClock(TestAuthority.NOW);
        ProvisionedFlash flash = ProvisionedFlash.create(clock);
        List<ConformanceCase> cases = ConformanceSuite.cases().stream()
                .filter(each -> !LONG.contains(each.id().toString())
                        || concerned.contains(each.id().toString()))
                .toList();
        try (ScriptHand hand = new ScriptHand();
                MutantPhone mutant = new MutantPhone(flash.medium(), clock, hand, mutation);
                PhoneUnderTest phone = new PhoneUnderTest(mutant.port()::connect, setting(clock, flash))) {
            hand.join(mutant);
            mutant.start();
            return new ConformanceRun(phone).run(cases, result -> {});
        }
    }

    private static PhoneUnderTest.Setting setting(MovableClock clock, ProvisionedFlash flash) {
        return new PhoneUnderTest.Setting(
                new ClockOperator(clock),
                flash.banks(),
                flash.papers(),
                clock,
                RandomSource.secure(),
                Duration.ofSeconds(30));
    }
}
