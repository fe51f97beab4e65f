package io.tetherkey.bank.web.page;

/**
 * Whose page it is.
 *
 * @param home where its name leads to
 * @param mark its picture, an SVG of 32 by 32
 * @param foot the sentence at the end of each of its pages
 */
public record House(String home, Html mark, String name, String foot) {

    private static final Html LOTUS = new Html("""
            <svg viewBox="0 0 32 32" aria-hidden="true">\
            <path d="M16 5c3.4 3.6 5 7.3 5 11s-1.6 7.1-5 10c-3.4-2.9-5-6.3-5-10s1.6-7.4 5-11z" fill="currentColor"/>\
            <path d="M7 9.5c3.200 1.900 5 4.700 5.200 8.600-.1 2.500.7 5 2.300 7.600C9 24.800 4.800 20.300 7 9.5zM25 9.5c-3.200 1.900-5 4.700-5.200 8.600.1 2.500-.7 5-2.300 7.600 5.500-.9 9.700-5.400 7.500-16.200z" fill="currentColor" opacity=".62"/>\
            <path d="M2 16.5c4.200.2 7 1.700 8.300 4.600.7 1.600 1.700 3 3 4.200-5 .5-10.300-2-11.300-8.800zM30 16.5c-4.200.2-7 1.700-8.300 4.600-.7 1.600-1.700 3-3 4.200 5 .5 10.300-2 11.300-8.800z" fill="currentColor" opacity=".34"/></svg>
            """);

    /** The demo shop. */
    public static House shop(Texts texts) {
        return new House("/shop", LOTUS, texts.get("shop.name"), texts.get("frame.foot"));
    }
}
