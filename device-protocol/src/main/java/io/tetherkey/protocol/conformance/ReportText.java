package io.tetherkey.protocol.conformance;

import io.tetherkey.protocol.conformance.CaseResult.Outcome;
import java.util.List;

/** A run in words. */
public final class ReportText {
    private ReportText() {}

    /** One case: a line, and three more where it failed. */
    public static String of(CaseResult result) {
        ConformanceCase about = result.about();
        return switch (result.outcome()) {
            case Outcome.Pass() -> line("PASS   ", about);
            case Outcome.Fail(String expected, String seen) ->
                line("FAIL   ", about)
                        + "\n         expected  " + expected
                        + "\n         seen      " + seen
                        + "\n         see       PROTOCOL.md, \"" + about.section() + "\"";
            case Outcome.NotRun(String reason) -> line("NOT RUN", about) + "\n         because   " + reason;
        };
    }

    private static String line(String verdict, ConformanceCase about) {
        return verdict + "  " + about.id() + "  " + about.requirement();
    }

    /** A heading for a group. */
    public static String heading(CaseGroup group) {
        return "== " + group + ": " + group.title();
    }

    /** The last line. */
    public static String summary(List<CaseResult> results) {
        long passed = results.stream().filter(CaseResult::passed).count();
        long failed = results.stream()
                .filter(each -> each.outcome() instanceof Outcome.Fail)
                .count();
        long notRun = results.size() - passed - failed;
        String verdict = holds(results) ? "CONFORMS" : "DOES NOT CONFORM";
        if (failed == 0 && notRun > 0) {
            verdict = "NOT DECIDED";
        }
        return verdict + "  " + passed + " passed, " + failed + " failed, " + notRun + " not run";
    }

    /** Whether every case was run and held. */
    public static boolean holds(List<CaseResult> results) {
        return !results.isEmpty() && results.stream().allMatch(CaseResult::passed);
    }
}
