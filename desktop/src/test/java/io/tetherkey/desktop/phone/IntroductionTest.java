package io.tetherkey.desktop.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tetherkey.desktop.phone.Introduction.Question;
import io.tetherkey.desktop.phone.PluggedPhone.Acquaintance;
import io.tetherkey.protocol.message.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class IntroductionTest {

    private static Introduction introduction(Question question) {
        return new Introduction(new Computer(new byte[16], "PC"), question);
    }

    private static PluggedPhone phone(Acquaintance acquaintance) {
        return new PluggedPhone("Model", List.of(), new CountDownLatch(0), acquaintance);
    }

    @ParameterizedTest
    @EnumSource(Question.class)
    void phoneThatTrustsThisComputerAsksNobodyAndTellsItsSlots(Question question) throws Exception {
        PluggedPhone phone = phone(Acquaintance.KNOWN);
        introduction(question).make(phone, phone.info(), () -> {});
        assertThat(phone.slots()).isEmpty();
        assertThat(phone.questions).hasValue(0);
        assertThat(phone.wasCancelled()).isFalse();
    }

    @Test
    void questionThatIsWithdrawnEndsInARefusal() {
        PluggedPhone phone = phone(Acquaintance.STRANGER);
        assertThatThrownBy(() -> introduction(Question.WITHDRAWN).make(phone, phone.info(), () -> {}))
                .isInstanceOf(RefusedException.class);
        assertThat(phone.wasCancelled()).isTrue();
    }

    /** Here it is the user who says no, once the question is told. */
    @Test
    void questionThatIsAskedWaitsForTheUser() throws Exception {
        PluggedPhone phone = phone(Acquaintance.STRANGER);
        CountDownLatch asked = new CountDownLatch(1);
        List<Boolean> cancelled = new ArrayList<>();
        Thread user = Thread.ofVirtual().start(() -> {
            try {
                phone.waitsForItsUser.await();
                cancelled.add(phone.wasCancelled());
                phone.cancel();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThatThrownBy(() -> introduction(Question.ASKED).make(phone, phone.info(), asked::countDown))
                .isInstanceOf(RefusedException.class);
        user.join();
        assertThat(asked.getCount()).isZero();
        assertThat(cancelled).containsExactly(false);
    }
}
