package io.tetherkey.protocol.conformance;

import java.time.Duration;

/** How one case ended. */
public record CaseResult(ConformanceCase about, Outcome outcome, Duration took) {

    /** The three ends that a case can take. */
    public sealed interface Outcome {
        /** The phone kept the requirement. */
        record Pass() implements Outcome {}

        /** The phone did not keep it. */
        record Fail(String expected, String seen) implements Outcome {}

        /** Nothing can be said. */
        record NotRun(String reason) implements Outcome {}
    }

    public boolean passed() {
        return outcome instanceof Outcome.Pass;
    }
}
