package io.tetherkey.desktop.ui.phones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tetherkey.desktop.phone.PhoneUse;
import io.tetherkey.desktop.phone.PresentPhone;
import io.tetherkey.desktop.ui.Language;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.protocol.host.PhoneAddress;
import io.tetherkey.protocol.message.Fault;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhonesViewModelTest {

    private static final PresentPhone FIRST = new PresentPhone(1, "TetherKey", PhoneAddress.Kind.USB, true);
    private static final PresentPhone SECOND = new PresentPhone(2, "", PhoneAddress.Kind.SERIAL, false);

    private final PhonesViewModel phones = new PhonesViewModel(new Texts(Language.ENGLISH));

    @Test
    void onePhoneIsNoChoice() {
        phones.show(List.of(FIRST));
        assertThat(phones.rows()).isEmpty();
    }

    @Test
    void twoOfAMakeAreToldApartByNumberAndRoad() {
        phones.show(List.of(FIRST, SECOND));
        assertThat(phones.rows())
                .extracting(PhoneRow::name, PhoneRow::road, PhoneRow::used)
                .containsExactly(
                        tuple("Phone 1: TetherKey", "on USB", true), tuple("Phone 2", "on a serial line", false));
    }

    @Test
    void phoneThatStandsBesideALostOneIsListed() {
        phones.show(List.of(SECOND));
        assertThat(phones.rows()).hasSize(1);
    }

    @Test
    void choiceIsClosedAndExplainedWhileSomethingIsUnderWay() {
        phones.show(List.of(FIRST, SECOND));
        phones.show(PhoneUse.BOUND);
        assertThat(phones.boundProperty().get()).isTrue();
        assertThat(phones.toldProperty().get()).contains("finishes on the phone it started with");
        phones.show(PhoneUse.CHOSEN);
        assertThat(phones.boundProperty().get()).isFalse();
        assertThat(phones.toldProperty().get()).isEmpty();
    }

    @Test
    void phoneThatDoesNotKnowThisComputerSaysHowToFindIt() {
        List<Integer> asked = new ArrayList<>();
        phones.onWink(asked::add);
        phones.show(List.of(FIRST, SECOND));
        phones.wink(phones.rows().get(1));
        phones.refuse(Fault.COMPUTER_NOT_TRUSTED);
        assertThat(asked).containsExactly(2);
        assertThat(phones.toldProperty().get()).startsWith("This phone does not trust this computer yet.");
    }
}
