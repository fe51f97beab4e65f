import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Draws {@code tetherkey.svg} as PNG files of all sizes that a window and a package need: {@code java MakeIcons.java
 * tetherkey.svg FOLDER}. It knows rectangles, circles and straight paths, which is all that the drawing is made of.
 */
public final class MakeIcons {

    private static final int[] SIZES = {16, 24, 32, 48, 64, 128, 256, 512};
    private static final double DRAWN = 256;
    /** Drawn larger and averaged, so that small icons have even edges. */
    private static final int OVERSAMPLE = 8;

    private MakeIcons() {}

    public static void main(String[] arguments) throws Exception {
        NodeList shapes = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new File(arguments[0]))
                .getDocumentElement()
                .getElementsByTagName("*");
        for (int size : SIZES) {
            Path file = Path.of(arguments[1], "icon-" + size + ".png");
            ImageIO.write(shrink(draw(shapes, size * OVERSAMPLE), size), "png", file.toFile());
        }
    }

    private static BufferedImage draw(NodeList shapes, int size) {
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.scale(size / DRAWN, size / DRAWN);
        for (int i = 0; i < shapes.getLength(); i++) {
            Element element = (Element) shapes.item(i);
            if (element.hasAttribute("fill")) {
                pen.setColor(Color.decode(element.getAttribute("fill")));
                pen.fill(shape(element));
            }
        }
        pen.dispose();
        return image;
    }

    private static Shape shape(Element element) {
        return switch (element.getTagName()) {
            case "rect" ->
                new RoundRectangle2D.Double(
                        number(element, "x"),
                        number(element, "y"),
                        number(element, "width"),
                        number(element, "height"),
                        2 * number(element, "rx"),
                        2 * number(element, "rx"));
            case "circle" ->
                new Ellipse2D.Double(
                        number(element, "cx") - number(element, "r"),
                        number(element, "cy") - number(element, "r"),
                        2 * number(element, "r"),
                        2 * number(element, "r"));
            case "path" -> polygon(element.getAttribute("d").split("[ MLZ]+"));
            default -> throw new IllegalArgumentException(element.getTagName());
        };
    }

    private static Shape polygon(String[] numbers) {
        Path2D path = new Path2D.Double();
        for (int i = 1; i + 1 < numbers.length; i += 2) {
            double x = Double.parseDouble(numbers[i]);
            double y = Double.parseDouble(numbers[i + 1]);
            if (i == 1) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        path.closePath();
        return path;
    }

    private static double number(Element element, String name) {
        return Double.parseDouble(element.getAttribute(name));
    }

    private static BufferedImage shrink(BufferedImage large, int size) {
        var small = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                small.setRGB(x, y, average(large, x * OVERSAMPLE, y * OVERSAMPLE));
            }
        }
        return small;
    }

    private static int average(BufferedImage image, int left, int top) {
        double[] sum = new double[4];
        for (int y = top; y < top + OVERSAMPLE; y++) {
            for (int x = left; x < left + OVERSAMPLE; x++) {
                int argb = image.getRGB(x, y);
                int alpha = argb >>> 24;
                sum[0] += alpha;
                sum[1] += alpha * (argb >> 16 & 0xFF);
                sum[2] += alpha * (argb >> 8 & 0xFF);
                sum[3] += alpha * (argb & 0xFF);
            }
        }
        if (sum[0] == 0) {
            return 0;
        }
        int alpha = (int) Math.round(sum[0] / (OVERSAMPLE * OVERSAMPLE));
        return alpha << 24
                | (int) Math.round(sum[1] / sum[0]) << 16
                | (int) Math.round(sum[2] / sum[0]) << 8
                | (int) Math.round(sum[3] / sum[0]);
    }
}
