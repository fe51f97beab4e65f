package io.tetherkey.protocol.conformance.broken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tetherkey.protocol.conformance.CaseResult;
import io.tetherkey.protocol.conformance.MutantRun;
import io.tetherkey.protocol.conformance.ReportText;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault is found by the cases that name it, and by no other. */
@Timeout(300)
class BrokenPhonesIT {

    @Test
    void phoneWithoutAFaultKeepsEveryCase() throws Exception {
        assertThat(MutantRun.of(Mutation.NONE, Set.of()))
                .filteredOn(result -> !result.passed())
                .extracting(ReportText::of)
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void faultIsFoundByTheCasesThatNameIt(String name, Mutation fault, Set<String> cases) throws Exception {
        List<CaseResult> results = MutantRun.of(fault, cases);

        assertThat(results)
                .filteredOn(result -> !result.passed())
                .allMatch(result -> result.outcome() instanceof CaseResult.Outcome.Fail)
                .extracting(result -> result.about().id().toString())
                .containsExactlyInAnyOrderElementsOf(cases);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(new IgnoresChecksum(), "LINK-F-09", "LINK-P-21"),
                fault(new SameChannelAgain(), "LINK-P-05"),
                fault(new TellsSerialNumber(), "LINK-F-08"),
                fault(new TakesDoubledKeys(), "ENC-F-15"),
                fault(new AnswersWhenLocked(), "USER-F-02"),
                fault(new KeepsConsent(), "USER-P-01", "USER-P-07", "USER-F-01", "USER-F-03", "USER-F-04", "USER-F-05"),
                fault(new KeepsItsLockToItself(), "USER-P-23"),
                fault(new CountsUpAfterPowerCut(), "SLOT-F-02"),
                fault(
                        new TakesMessagesOutOfTurn(),
                        "SESS-F-27",
                        "SESS-F-29",
                        "SESS-F-30",
                        "SESS-F-47",
                        "SESS-F-48",
                        "SESS-F-49",
                        "SESS-F-52",
                        "SESS-F-53",
                        "SESS-F-54",
                        "SESS-F-55",
                        "SESS-F-56",
                        "SLOT-F-04"),
                fault(new SealsAnew(), "SESS-P-25", "SESS-P-26", "SESS-P-28", "USER-P-19"),
                fault(new TakesLowerSuite(), "SESS-F-20"),
                fault(new ShowsAnotherAmount(), "USER-P-14"),
                fault(new ApprovesUnread(), "USER-F-08"),
                fault(new LongerWhenDeclined(), "USER-P-15", "USER-P-16", "USER-F-08"),
                fault(new AsksTwice(), "SESS-P-25", "SESS-P-26", "SESS-P-28", "USER-F-10"),
                fault(new TypesAnotherCode(), "SLOT-P-10"),
                fault(new KeepsTheOldCertificate(), "SLOT-P-11"),
                fault(new DeletesAgainstItsUser(), "SLOT-P-12"),
                fault(new KeepsDeletedSlots(), "SLOT-P-13"),
                fault(new EnrolsTwice(), "SLOT-F-09"),
                fault(new EnablesTooSoon(), "SLOT-F-10", "SLOT-F-11"),
                fault(new TakesAnyCertificate(), "SLOT-F-12", "SLOT-F-13", "SLOT-F-14"),
                fault(new AlwaysPaid(), "SESS-P-20", "SESS-P-34", "SESS-P-36", "SESS-F-59", "USER-P-15"));
    }

    private static Arguments fault(Mutation mutation, String... cases) {
        return arguments(mutation.getClass().getSimpleName(), mutation, Set.of(cases));
    }
}
