package io.tetherkey.desktop.history.pdf;

import io.tetherkey.protocol.typeface.ChineseTypeface;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Sets a sheet on one A4 page with the typeface embedded, so that it looks the same everywhere. Lengths are points. */
public final class ReceiptPdf {

    private static final float LEFT = 64;
    private static final float TOP = 766;
    private static final float VALUE_AT = 190;
    private static final float RIGHT = PDRectangle.A4.getWidth() - LEFT;
    private static final float TEXT = 11;
    private static final float SMALL = 9;
    private static final float LINE = 17;
    private static final float BETWEEN = 10;
    private static final float INK = 0.1f;
    private static final float SOFT = 0.4f;
    private static final float HAIR = 0.85f;
    private static final String MAKER = "TetherKey";
    /** Stands for a sign that the typeface does not have. */
    private static final String UNKNOWN = "〓";

    private final PDFont font;
    private final PDFont bold;
    private final PDPageContentStream page;
    private float y = TOP;

    private ReceiptPdf(PDFont font, PDFont bold, PDPageContentStream page) {
        this.font = font;
        this.bold = bold;
        this.page = page;
    }

    /** The PDF file of {@code sheet}. */
    public static byte[] of(Sheet sheet) throws IOException {
        try (PDDocument document = new PDDocument();
                InputStream typeface = ChineseTypeface.open();
                InputStream heavy = ChineseTypeface.openBold()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            document.getDocumentInformation().setTitle(sheet.title());
            PDFont font = PDType0Font.load(document, typeface, true);
            PDFont bold = PDType0Font.load(document, heavy, true);
            try (var content = new PDPageContentStream(document, page)) {
                new ReceiptPdf(font, bold, content).set(sheet);
            }
            var file = new ByteArrayOutputStream();
            document.save(file);
            return file.toByteArray();
        }
    }

    private void set(Sheet sheet) throws IOException {
        write(sheet.title(), bold, LEFT, 13, INK);
        String maker = sheet.mark().isEmpty() ? MAKER : MAKER + "  ·  " + known(sheet.mark());
        write(maker, font, RIGHT - wide(maker) * TEXT, TEXT, SOFT);
        y -= 14;
        line();
        y -= 44;
        write(sheet.sum(), bold, LEFT, 30, INK);
        y -= 30;
        paragraph(sheet.payee(), LEFT, 14, INK);
        y -= 4;
        write(sheet.result() + "  ·  " + sheet.verdict(), font, LEFT, TEXT, SOFT);
        y -= 40;
        for (Sheet.Line line : sheet.lines()) {
            write(line.name(), font, LEFT, TEXT, SOFT);
            paragraph(line.value(), VALUE_AT, TEXT, INK);
            y += LINE - BETWEEN;
            line();
            y -= LINE + 3;
        }
        y -= LINE;
        paragraph(sheet.note(), LEFT, SMALL, SOFT);
    }

    private void line() throws IOException {
        page.setStrokingColor(HAIR, HAIR, HAIR);
        page.setLineWidth(0.6f);
        page.moveTo(LEFT, y);
        page.lineTo(RIGHT, y);
        page.stroke();
    }

    private void paragraph(String text, float x, float size, float grey) throws IOException {
        for (String line : wrapped(known(text), (RIGHT - x) / size)) {
            write(line, font, x, size, grey);
            y -= size * LINE / TEXT;
        }
    }

    /** @param width in units of the size of the text */
    private List<String> wrapped(String text, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int point : text.codePoints().toArray()) {
            String sign = Character.toString(point);
            if (wide(line + sign) > width) {
                int space = line.lastIndexOf(" ");
                String rest = space > 0 ? line.substring(space + 1) : "";
                lines.add(space > 0 ? line.substring(0, space) : line.toString());
                line = new StringBuilder(rest);
            }
            line.append(sign);
        }
        lines.add(line.toString());
        return lines;
    }

    private float wide(String text) throws IOException {
        return font.getStringWidth(text) / 1000;
    }

    private void write(String text, PDFont weight, float x, float size, float grey) throws IOException {
        page.beginText();
        page.setNonStrokingColor(grey, grey, grey);
        page.setFont(weight, size);
        page.newLineAtOffset(x, y);
        page.showText(known(text));
        page.endText();
    }

    private String known(String text) {
        StringBuilder known = new StringBuilder();
        text.codePoints().mapToObj(Character::toString).forEach(sign -> known.append(has(sign) ? sign : UNKNOWN));
        return known.toString();
    }

    private boolean has(String sign) {
        try {
            font.encode(sign);
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
