package io.tetherkey.bank.web.page;

import java.util.Map;

/** What surrounds every page: head, the DEMO mark, the house's name, the language switch and the foot. */
public final class PageFrame {
    private static final Template FRAME = Template.of("""
            <!doctype html>
            <html lang="{{lang}}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{{title}}</title>
            <link rel="icon" href="/assets/lotus.svg" type="image/svg+xml">
            <link rel="stylesheet" href="/assets/tetherkey.css">
            <script src="/assets/tetherkey.js" defer></script>
            {{head}}
            </head>
            <body>
            <a class="skip" href="#main">{{@frame.skip}}</a>
            <p class="demo" role="note"><strong>{{@frame.demo}}</strong> {{@frame.demoNote}}</p>
            <header class="house">
            <a class="brand" href="{{home}}">{{mark}}<span>{{house}}</span></a>
            <nav aria-label="{{@frame.language}}"><a lang="{{otherTag}}" hreflang="{{otherTag}}" href="?lang={{otherTag}}">{{otherName}}</a></nav>
            </header>
            <main id="main">
            {{body}}
            </main>
            <footer>{{foot}}</footer>
            </body>
            </html>
            """);

    private PageFrame() {}

    /** A whole page of the demo shop. */
    public static Html page(Texts texts, String title, Html head, Html body) {
        return page(texts, House.shop(texts), title, head, body);
    }

    /** A whole page. */
    public static Html page(Texts texts, House house, String title, Html head, Html body) {
        PageLanguage other = texts.language() == PageLanguage.ENGLISH ? PageLanguage.CHINESE : PageLanguage.ENGLISH;
        return FRAME.fill(
                texts,
                Map.of(
                        "lang",
                        texts.language().tag(),
                        "title",
                        title,
                        "head",
                        head,
                        "body",
                        body,
                        "home",
                        house.home(),
                        "mark",
                        house.mark(),
                        "house",
                        house.name(),
                        "foot",
                        house.foot(),
                        "otherTag",
                        other.tag(),
                        "otherName",
                        Texts.of(other).get("frame.languageName")));
    }
}
