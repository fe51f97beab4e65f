package io.tetherkey.desktop.kit;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Waits for states, long enough for a busy machine; nothing in the kit waits for time to pass. */
final class Until {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(20);

    private Until() {}

    /**
     * Waits until the state is there.
     *
     * @param wanted what is waited for, in words for who reads the failure
     * @param instead tells what is there instead, asked when the time is over
     * @throws AssertionError after 60 s
     */
    static void holds(String wanted, Callable<Boolean> state, Callable<String> instead) {
        try {
            Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL)
                    .atMost(LIMIT)
                    .until(state);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("waited " + LIMIT.toSeconds() + " s for " + wanted + ", but " + said(instead), e);
        }
    }

    private static String said(Callable<String> instead) {
        try {
            return instead.call();
        } catch (Exception e) {
            return "nothing can be read: " + e;
        }
    }
}
