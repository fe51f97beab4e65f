package io.tetherkey.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.kit.Scenes;
import io.tetherkey.desktop.ui.Language;
import io.tetherkey.desktop.ui.window.WindowViewModel;
import io.tetherkey.protocol.message.Fault;
import java.util.List;
import javafx.scene.Parent;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Every code of the catalogue is told whole, wherever the window may have to tell it, in each language and size. */
@ExtendWith(ApplicationExtension.class)
class FaultsIT {

    private static final List<Integer> SCALES = List.of(100, 200);

    @ParameterizedTest
    @EnumSource
    void everyFaultIsToldWithCauseAndRemedy(FaultPlace place, FxRobot robot) {
        for (Language language : Language.values()) {
            robot.interact(() -> walk(place, language));
        }
    }

    private static void walk(FaultPlace place, Language language) {
        WindowViewModel window = WindowStates.window("04-rest", language);
        var stage = new Stage();
        var shown = new WindowStage(stage, window);
        ShippedTypeface.dress(shown.scene());
        try {
            stage.setWidth(1024);
            stage.setHeight(600);
            shown.show();
            for (int scale : SCALES) {
                window.settings().scaleProperty().set(scale);
                for (Fault fault : Fault.values()) {
                    place.show(window, fault);
                    Parent root = shown.scene().getRoot();
                    Scenes.twoPulses(root);
                    String what = "%s %s %d %%".formatted(fault, language, scale);
                    String told = String.join("\n", Scenes.texts(root));
                    assertThat(told)
                            .as(what)
                            .contains(fault.sentence(language.locale()), fault.remedy(language.locale()));
                    assertThat(told).as(what).contains(fault.code());
                    WindowChecks.assertNothingIsCut(root, what);
                }
            }
        } finally {
            stage.close();
        }
    }
}
