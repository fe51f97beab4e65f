package io.tetherkey.desktop.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoadTest {
    @Test
    void wordsChooseRoads() {
        assertThat(Road.parse("usb,serial,tcp")).contains(Road.all());
        assertThat(Road.parse(" Serial , TCP ").orElseThrow()).containsExactlyInAnyOrder(Road.SERIAL, Road.TCP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", "usb,", "usb;serial", "bluetooth", "usb,usb4"})
    void wordThatNamesNoRoadIsRefused(String words) {
        assertThat(Road.parse(words)).isEmpty();
    }
}
