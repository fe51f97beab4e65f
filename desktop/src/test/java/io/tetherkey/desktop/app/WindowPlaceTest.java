package io.tetherkey.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class WindowPlaceTest {

    private static final Rectangle2D SCREEN = new Rectangle2D(0, 0, 1920, 1080);
    private static final Rectangle2D LEFT_OF_IT = new Rectangle2D(-1280, 0, 1280, 1024);

    @Test
    void windowIsReachableWhereItsTitleBarIsOnAScreen() {
        assertThat(new WindowPlace(100, 100, 1120, 740).isOn(List.of(SCREEN))).isTrue();
        assertThat(new WindowPlace(1700, 900, 1120, 740).isOn(List.of(SCREEN))).isTrue();
        assertThat(new WindowPlace(1800, 100, 1120, 740).isOn(List.of(SCREEN))).isFalse();
        assertThat(new WindowPlace(100, -40, 1120, 740).isOn(List.of(SCREEN))).isFalse();
        assertThat(new WindowPlace(100, 1070, 1120, 740).isOn(List.of(SCREEN))).isFalse();
    }

    @Test
    void windowOnAScreenThatIsGoneIsNotReachable() {
        var place = new WindowPlace(-1200, 100, 1120, 740);
        assertThat(place.isOn(List.of(SCREEN, LEFT_OF_IT))).isTrue();
        assertThat(place.isOn(List.of(SCREEN))).isFalse();
    }

    @Test
    void windowLargerThanTheScreenIsNotRestored() {
        assertThat(new WindowPlace(0, 0, 2000, 740).isOn(List.of(SCREEN))).isFalse();
        assertThat(new WindowPlace(0, 0, 1120, 1081).isOn(List.of(SCREEN))).isFalse();
        assertThat(new WindowPlace(0, 0, 1920, 1080).isOn(List.of(SCREEN))).isTrue();
    }
}
