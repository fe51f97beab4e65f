package io.tetherkey.protocol.phone.virtual.window;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.testfx.api.FxRobot;

/** Pictures of the window for people to look at. */
final class Screenshots {
    private Screenshots() {}

    static void take(FxRobot robot, Path folder, String name) throws IOException {
        WritableImage shot = CompletableFuture.supplyAsync(
                        () -> robot.lookup("#phone").query().getScene().snapshot(null), Platform::runLater)
                .join();
        Files.createDirectories(folder);
        ImageIO.write(copy(shot), "png", folder.resolve(name + ".png").toFile());
    }

    private static BufferedImage copy(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            image.getPixelReader().getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), row, 0, width);
            copy.setRGB(0, y, width, 1, row, 0, width);
        }
        return copy;
    }
}
