package io.tetherkey.protocol.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceNodesTest {
    private final Semaphore told = new Semaphore(0);

    @TempDir
    private Path dev;

    private void assertTold() throws InterruptedException {
        assertThat(told.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
        told.drainPermits();
    }

    @Test
    void wantedFilesAreToldWhenTheyComeAndWhenTheyGo() throws Exception {
        try (DeviceNodes nodes = DeviceNodes.watch(
                        List.of(dev), node -> node.getFileName().toString().startsWith("tty"), told::release)
                .orElseThrow()) {
            assertThat(nodes).isNotNull();
            Files.createFile(dev.resolve("ttyACM0"));
            assertTold();
            Files.delete(dev.resolve("ttyACM0"));
            assertTold();
        }
    }

    @Test
    void otherFilesAreNotTold() throws Exception {
        try (DeviceNodes nodes = DeviceNodes.watch(
                        List.of(dev), node -> node.endsWith("ttyACM0") || node.endsWith("last"), told::release)
                .orElseThrow()) {
            assertThat(nodes).isNotNull();
            Files.createFile(dev.resolve("loop0"));
            Files.createFile(dev.resolve("sda"));
            Files.createFile(dev.resolve("last"));
            assertThat(told.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
            assertThat(told.availablePermits()).isZero();
        }
    }

    @Test
    void folderThatComesLaterIsWatchedFromThenOn() throws Exception {
        Path usb = dev.resolve("bus/usb");
        try (DeviceNodes nodes = DeviceNodes.watch(
                        List.of(dev, usb.getParent(), usb), node -> node.startsWith(usb), told::release)
                .orElseThrow()) {
            assertThat(nodes).isNotNull();
            Files.createDirectory(usb.getParent());
            assertTold();
            Files.createDirectory(usb);
            assertTold();
            Files.createDirectory(usb.resolve("001"));
            assertTold();
            Files.createFile(usb.resolve("001/002"));
            assertTold();
        }
    }

    /** Hubs that come and go while they are looked at must not end the watch. */
    @Test
    void foldersThatComeAndGoAllTheTimeDoNotEndTheWatch() throws Exception {
        Path usb = Files.createDirectories(dev.resolve("bus/usb"));
        try (DeviceNodes nodes = DeviceNodes.watch(
                        List.of(dev, usb.getParent(), usb), node -> node.startsWith(usb), told::release)
                .orElseThrow()) {
            assertThat(nodes).isNotNull();
            for (int i = 0; i < 2_000; i++) {
                Path bus = Files.createDirectory(usb.resolve("%03d".formatted(i)));
                Files.delete(bus);
            }
            Path last = Files.createDirectory(usb.resolve("last"));
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                told.drainPermits();
                Files.deleteIfExists(Files.createFile(last.resolve("001")));
                return told.tryAcquire(1, TimeUnit.SECONDS);
            });
        }
    }

    @Test
    void withoutTheFolderNothingIsWatched() {
        assertThat(DeviceNodes.watch(List.of(dev.resolve("none")), _ -> true, told::release))
                .isEmpty();
    }
}
