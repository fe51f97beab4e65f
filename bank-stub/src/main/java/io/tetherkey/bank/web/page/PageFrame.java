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
            <a class="brand" href="/shop"><svg viewBox="0 0 32 32" aria-hidden="true"><path d="M16 5c3.4 3.6 5 7.3 5 11s-1.6 7.1-5 10c-3.4-2.9-5-6.3-5-10s1.6-7.4 5-11z" fill="currentColor"/><path d="M7 9.5c3.200 1.900 5 4.700 5.200 8.600-.1 2.500.7 5 2.300 7.600C9 24.800 4.800 20.300 7 9.5zM25 9.5c-3.200 1.900-5 4.700-5.200 8.600.1 2.500-.7 5-2.300 7.600 5.500-.9 9.700-5.400 7.500-16.200z" fill="currentColor" opacity=".62"/><path d="M2 16.5c4.200.2 7 1.700 8.300 4.600.7 1.600 1.700 3 3 4.200-5 .5-10.300-2-11.300-8.800zM30 16.5c-4.200.2-7 1.700-8.300 4.600-.7 1.600-1.700 3-3 4.200 5 .5 10.300-2 11.300-8.800z" fill="currentColor" opacity=".34"/></svg><span>{{@shop.name}}</span></a>
            <nav aria-label="{{@frame.language}}"><a lang="{{otherTag}}" hreflang="{{otherTag}}" href="?lang={{otherTag}}">{{otherName}}</a></nav>
            </header>
            <main id="main">
            {{body}}
            </main>
            <footer>{{@frame.foot}}</footer>
            </body>
            </html>
            """);

    private PageFrame() {}

    /** A whole page. */
    public static Html page(Texts texts, String title, Html head, Html body) {
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
                        "otherTag",
                        other.tag(),
                        "otherName",
                        Texts.of(other).get("frame.languageName")));
    }
}
