package io.tetherkey.desktop.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What a user may send to whoever helps: texts without anything private. What is shown before saving and what is saved
 * are the same bytes.
 *
 * @param taken what was taken out, and how often
 */
public record Report(List<File> files, Map<Taken, Integer> taken) {

    /** One text of it. */
    public record File(String name, String text) {}

    public Report {
        files = List.copyOf(files);
        taken = Map.copyOf(taken);
    }

    /** Redacts every text. */
    public static Report of(List<File> raw, Redactor redactor) {
        List<File> files = new ArrayList<>();
        Map<Taken, Integer> taken = new EnumMap<>(Taken.class);
        for (File file : raw) {
            Redactor.Redacted redacted = redactor.redact(file.text());
            files.add(new File(file.name(), redacted.text()));
            redacted.taken().forEach((kind, count) -> taken.merge(kind, count, Integer::sum));
        }
        return new Report(files, taken);
    }

    /** The report as a zip file, texts in UTF-8. */
    public byte[] zip() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (File file : files) {
                zip.putNextEntry(new ZipEntry("tetherkey-report/" + file.name()));
                zip.write(file.text().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
