package io.tetherkey.desktop.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tetherkey.protocol.message.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SelfTestTest {

    private final List<String> told = new CopyOnWriteArrayList<>();

    private final SelfTest.Listener listener = new SelfTest.Listener() {
        @Override
        public void trying(Probe probe) {
            told.add("trying " + probe.id());
        }

        @Override
        public void found(Finding finding) {
            told.add(finding.probe().id() + " "
                    + finding.fault().map(Fault::code).orElse("good"));
        }

        @Override
        public void ended() {
            told.add("ended");
        }
    };

    @Test
    void triesOneAfterTheOtherAndGoesOnAfterADefect() {
        new SelfTest(List.of(
                        Probe.of("a", Optional::empty),
                        Probe.of("b", () -> {
                            throw new IllegalStateException("a defect");
                        }),
                        Probe.of("c", () -> Optional.of(Fault.STORE_DAMAGED))))
                .start(listener);
        await().atMost(Duration.ofSeconds(60)).until(() -> told.contains("ended"));
        assertThat(told).containsExactly("trying a", "a good", "trying b", "b TK-901", "trying c", "c TK-708", "ended");
    }

    @Test
    void givenUpEndsInTheMiddle() {
        var reached = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        SelfTest.Run run = new SelfTest(List.of(
                        Probe.of("a", () -> {
                            reached.countDown();
                            never.await();
                            return Optional.empty();
                        }),
                        Probe.of("b", Optional::empty)))
                .start(listener);
        await().atMost(Duration.ofSeconds(60)).until(() -> reached.getCount() == 0);
        run.cancel();
        await().atMost(Duration.ofSeconds(60)).until(() -> told.contains("ended"));
        assertThat(told).containsExactly("trying a", "ended");
    }
}
