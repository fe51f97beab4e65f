package io.tetherkey.desktop.ui.computers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tetherkey.desktop.phone.PhoneState;
import io.tetherkey.desktop.phone.TrustedComputers.Answer;
import io.tetherkey.desktop.ui.Language;
import io.tetherkey.desktop.ui.Samples;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.computers.ComputersViewModel.Watched;
import io.tetherkey.protocol.message.ComputerInfo;
import io.tetherkey.protocol.message.Fault;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComputersViewModelTest {

    private final List<String> asked = new ArrayList<>();
    private final ComputersViewModel computers = new ComputersViewModel(new Texts(Language.ENGLISH));

    ComputersViewModelTest() {
        computers.onLook(() -> asked.add("look"));
        computers.onRevoke(computer -> asked.add("revoke " + computer.name()));
    }

    @Test
    void phoneIsAskedOnlyWhileTheListIsSeen() {
        computers.show(Samples.READY);
        assertThat(asked).isEmpty();
        computers.watch(Watched.SEEN);
        assertThat(asked).containsExactly("look");
        computers.show(new PhoneState.Absent());
        assertThat(computers.toldProperty().get()).startsWith("Plug the phone in");
        computers.show(Samples.READY);
        assertThat(asked).hasSize(2);
        computers.watch(Watched.UNSEEN);
        computers.show(new PhoneState.Absent());
        computers.show(Samples.READY);
        assertThat(asked).hasSize(2);
    }

    @Test
    void thisComputerIsMarkedAndDeceivingNamesAreShownAsTheyAre() {
        computers.show(Samples.COMPUTERS);
        assertThat(computers.rows())
                .extracting(ComputerRow::name, ComputerRow::since)
                .containsExactly(
                        tuple("alice-laptop (this computer)", "since Mar 5, 2026"),
                        tuple("office⟨202E⟩-pc", "since Mar 5, 2026"));
    }

    @Test
    void trustIsTakenAwayOnlyAfterTheQuestion() {
        computers.show(Samples.COMPUTERS);
        computers.confirm();
        assertThat(asked).isEmpty();
        computers.ask(computers.rows().get(1));
        assertThat(computers.questionProperty().get()).startsWith("Take trust away from office");
        computers.keep();
        computers.confirm();
        assertThat(asked).isEmpty();
        computers.ask(computers.rows().get(0));
        assertThat(computers.questionProperty().get()).endsWith("asks at once whether it may work with this computer.");
        computers.confirm();
        assertThat(asked).containsExactly("revoke alice-laptop");
        assertThat(computers.questionProperty().get()).isEmpty();
    }

    @Test
    void phoneThatCannotBeAskedSaysWhy() {
        computers.show(new Answer.Listed(List.of(new ComputerInfo(new byte[8], "pc", Samples.NOW, false))));
        computers.show(new Answer.Failed(Fault.PHONE_LOCKED));
        assertThat(computers.rows()).isEmpty();
        assertThat(computers.toldProperty().get()).isNotEmpty();
    }
}
