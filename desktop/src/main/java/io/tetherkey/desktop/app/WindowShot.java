package io.tetherkey.desktop.app;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Writes a picture of the window as PNG. */
public final class WindowShot {

    /** For PNG the "quality" only trades size for time; nothing is lost. */
    private static final float QUICKLY = 0.9f;

    private WindowShot() {}

    /** Takes the picture and writes it at once; used on the UI thread. */
    public static void write(Scene scene, Path file) throws IOException {
        write(of(scene), file);
    }

    /** Takes the picture; used on the UI thread. */
    static BufferedImage of(Scene scene) {
        WritableImage shot = scene.snapshot(null);
        int width = (int) shot.getWidth();
        int height = (int) shot.getHeight();
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        shot.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return picture;
    }

    /** Makes the folder if missing and replaces an older picture; any thread may call. */
    static void write(BufferedImage picture, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (OutputStream bytes = Files.newOutputStream(file);
                ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUICKLY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(asWritten(picture), null, null), param);
        } finally {
            writer.dispose();
        }
    }

    /** With the bytes in a row as the writer takes them, which is twice as quick as from whole pixels. */
    private static BufferedImage asWritten(BufferedImage picture) {
        var bytes = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D drawing = bytes.createGraphics();
        drawing.drawImage(picture, 0, 0, null);
        drawing.dispose();
        return bytes;
    }
}
