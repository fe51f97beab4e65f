package io.tetherkey.protocol.toolkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** On the headless platform, whose clock never rests by itself. */
@ExtendWith(ApplicationExtension.class)
class FramePulseIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private RestingTimer timer;

    @BeforeEach
    void letRest() throws Exception {
        var found = new CompletableFuture<RestingTimer>();
        Platform.runLater(() -> {
            try {
                FramePulse.letRest();
                found.complete(FramePulse.restingTimer().orElseThrow());
            } catch (ReflectiveOperationException e) {
                found.completeExceptionally(e);
            }
        });
        timer = found.get(60, TimeUnit.SECONDS);
    }

    @Test
    void clockStandsStillWhileNothingMoves() {
        await().atMost(SOON).until(timer::rests);
    }

    @Test
    void clockGoesAgainForEachMovementAndRestsAfterIt() throws Exception {
        for (int round = 0; round < 5; round++) {
            await().atMost(SOON).until(timer::rests);
            var frames = new CountDownLatch(10);
            var movement = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    frames.countDown();
                }
            };
            Platform.runLater(movement::start);
            assertThat(frames.await(60, TimeUnit.SECONDS)).isTrue();
            Platform.runLater(movement::stop);
        }
        await().atMost(SOON).until(timer::rests);
    }
}
