package io.tetherkey.bank.shop;

import io.tetherkey.bank.web.page.Html;
import io.tetherkey.bank.web.page.Template;
import io.tetherkey.bank.web.page.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The drawings of the things on the shelf, set into the page. */
final class Picture {
    private static final Map<String, Template> DRAWINGS = new ConcurrentHashMap<>();

    private Picture() {}

    /** The drawing of a thing, named in the page's language. */
    static Html of(String itemId, Texts texts) {
        String drawing = Catalogue.byId(itemId).map(CatalogueItem::id).orElse("tea");
        return DRAWINGS.computeIfAbsent(drawing, Picture::load)
                .fill(texts, Map.of("name", texts.get("item." + itemId + ".name")));
    }

    private static Template load(String drawing) {
        try (InputStream in = Picture.class.getResourceAsStream(drawing + ".svg")) {
            if (in == null) {
                throw new IllegalStateException("no drawing of " + drawing);
            }
            return Template.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
