package io.tetherkey.protocol.conformance;

import io.tetherkey.protocol.conformance.CaseResult.Outcome;
import io.tetherkey.protocol.conformance.phone.PhoneUnderTest;
import io.tetherkey.protocol.transport.TransportException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs cases one after the other, each on a link of its own, so that a failed one leaves the next as it was. */
public final class ConformanceRun {
    private final PhoneUnderTest phone;

    public ConformanceRun(PhoneUnderTest phone) {
        this.phone = phone;
    }

    /**
     * Runs the cases.
     *
     * @param told each result as soon as it is there
     */
    public List<CaseResult> run(List<ConformanceCase> cases, Consumer<CaseResult> told) {
        List<CaseResult> results = new ArrayList<>();
        for (ConformanceCase each : cases) {
            CaseResult result = run(each);
            results.add(result);
            told.accept(result);
        }
        return results;
    }

    private CaseResult run(ConformanceCase each) {
        long start = System.nanoTime();
        Outcome outcome = outcome(each);
        phone.leave();
        return new CaseResult(each, outcome, Duration.ofNanos(System.nanoTime() - start));
    }

    private Outcome outcome(ConformanceCase each) {
        try {
            if (each.needs().contains(Need.BANK)
                    && phone.setting().banks().all().isEmpty()) {
                return new Outcome.NotRun("no bank key; name a profile with --profile");
            }
            each.deed().run(phone);
            return new Outcome.Pass();
        } catch (CaseFailure e) {
            return new Outcome.Fail(e.expected(), e.seen());
        } catch (NotRunException e) {
            return new Outcome.NotRun(e.reason());
        } catch (TransportException e) {
            return new Outcome.Fail("the cable to hold", e.fault() + ": " + e.getMessage());
        } catch (RuntimeException e) {
            return new Outcome.NotRun("the kit failed: " + e);
        }
    }
}
