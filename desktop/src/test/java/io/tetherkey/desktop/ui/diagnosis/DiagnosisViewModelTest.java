package io.tetherkey.desktop.ui.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.diagnosis.Check;
import io.tetherkey.desktop.diagnosis.Diagnosis;
import io.tetherkey.desktop.diagnosis.Observation;
import io.tetherkey.desktop.diagnosis.SeenDevice;
import io.tetherkey.desktop.diagnosis.Step;
import io.tetherkey.desktop.diagnosis.StepState;
import io.tetherkey.desktop.phone.PhoneState;
import io.tetherkey.desktop.ui.Language;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.fault.FaultWords;
import io.tetherkey.protocol.message.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DiagnosisViewModelTest {
    private final Texts texts = new Texts(Language.ENGLISH);
    private final DiagnosisViewModel diagnosis = new DiagnosisViewModel(texts);

    private static List<Check> forbidden() {
        SeenDevice device = new SeenDevice(
                "usb:1-2",
                "usb",
                "04e8:6860/1",
                "Phone",
                OptionalInt.of(0x04E8),
                OptionalInt.of(0x6860),
                Optional.of(Fault.PHONE_FORBIDDEN),
                Optional.empty());
        return Diagnosis.of(new Observation(
                Optional.of(true), List.of(device), new PhoneState.Absent(), Optional.empty(), Instant.EPOCH));
    }

    private CheckLine line(Step step) {
        return diagnosis.lines().get(step.ordinal());
    }

    @Test
    void badRungSaysWhatAndWhatToDoWithItsCode() {
        diagnosis.show(forbidden());

        assertThat(diagnosis.lines()).hasSize(Step.values().length);
        assertThat(line(Step.PERMISSION).state()).isEqualTo(StepState.BAD);
        FaultWords told = line(Step.PERMISSION).fault().orElseThrow();
        assertThat(told.code()).isEqualTo("TK-106");
        assertThat(told.title()).isEqualTo("No access to the phone");
        assertThat(told.cause()).contains("does not let you open it");
        assertThat(told.remedy()).contains("udev rule");
        assertThat(told.who()).isEqualTo("Who must act: The administrator");
        assertThat(told.tries()).isEmpty();
        assertThat(line(Step.PERMISSION).udevRule()).contains("ATTR{idVendor}==\"04e8\"");
        assertThat(diagnosis.verdictProperty().get()).isEqualTo("Permission: " + told.title());
        assertThat(diagnosis.remedyProperty().get()).isEqualTo(told.remedy());
        assertThat(line(Step.CABLE).fault()).isEmpty();
        assertThat(line(Step.BANK).stateText()).isEqualTo("not checked");
    }

    @Test
    void verdictIsEmptyBeforeTheFirstLook() {
        assertThat(diagnosis.verdictProperty().get()).isEmpty();
        assertThat(diagnosis.remedyProperty().get()).isEmpty();
    }

    @Test
    void wordsFollowTheLanguage() {
        diagnosis.show(forbidden());
        texts.languageProperty().set(Language.CHINESE);

        assertThat(line(Step.PERMISSION).fault().orElseThrow().remedy()).contains("udev 规则");
        assertThat(line(Step.CABLE).name()).isNotEqualTo("Cable");
    }

    @Test
    void secondLookWaitsForTheFirst() {
        AtomicInteger looks = new AtomicInteger();
        diagnosis.onLook(looks::incrementAndGet);
        diagnosis.look();
        diagnosis.look();
        assertThat(looks).hasValue(1);
        diagnosis.show(forbidden());
        diagnosis.look();
        assertThat(looks).hasValue(2);
    }

    @Test
    void onlyTheUserTriesPhonesThatAreLeftAlone() {
        List<String> done = new ArrayList<>();
        diagnosis.onLook(() -> done.add("look"));
        diagnosis.onAgain(() -> done.add("try"));
        diagnosis.look();
        assertThat(done).containsExactly("look");
        diagnosis.show(forbidden());

        diagnosis.again();
        assertThat(done).containsExactly("look", "try", "look");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyRungAndStateHasAText(Language language) {
        Texts words = new Texts(language);
        for (Step step : Step.values()) {
            assertThat(words.get("diagnosis." + step.id())).isNotBlank();
            assertThat(words.get("diagnosis." + step.id() + ".check")).isNotBlank();
        }
        for (StepState state : StepState.values()) {
            assertThat(words.get("diagnosisstate." + state.id())).isNotBlank();
        }
    }
}
