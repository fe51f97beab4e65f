package io.tetherkey.protocol.phone.virtual.window;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;
import org.testfx.api.FxRobot;

/** Pictures of the window for people to look at. */
final class Screenshots {
    private Screenshots() {}

    static void take(FxRobot robot, Path folder, String name) throws IOException {
        of(robot.lookup("#phone").query(), folder, name);
    }

    /** The window's root at twice its size, as on a screen that is set to 200 %; most headless screens are smaller. */
    static void enlarged(Node root, Path folder, String name) throws IOException {
        SnapshotParameters twice = new SnapshotParameters();
        twice.setTransform(Transform.scale(2, 2));
        WritableImage shot = CompletableFuture.supplyAsync(() -> root.snapshot(twice, null), Platform::runLater)
                .join();
        write(shot, folder, name);
    }

    /** The whole window that a node is in. */
    static void of(Node node, Path folder, String name) throws IOException {
        WritableImage shot = CompletableFuture.supplyAsync(() -> node.getScene().snapshot(null), Platform::runLater)
                .join();
        write(shot, folder, name);
    }

    private static void write(WritableImage shot, Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        ImageIO.write(copy(shot), "png", folder.resolve(name + ".png").toFile());
    }

    private static BufferedImage copy(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        copy.getRaster().setDataElements(0, 0, width, height, pixels);
        return copy;
    }
}
