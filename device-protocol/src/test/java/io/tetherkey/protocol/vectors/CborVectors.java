package io.tetherkey.protocol.vectors;

import java.util.ArrayList;
import java.util.List;

/** Items that are taken, with what they say, and items of which each breaks one rule of the encoding. */
final class CborVectors {
    private static final String[][] TAKEN = {
        {"00", "0"},
        {"17", "23"},
        {"1818", "24"},
        {"18ff", "255"},
        {"190100", "256"},
        {"19ffff", "65535"},
        {"1a00010000", "65536"},
        {"1affffffff", "4294967295"},
        {"1b0000000100000000", "4294967296"},
        {"1b7fffffffffffffff", "9223372036854775807, the largest"},
        {"20", "-1"},
        {"3903e7", "-1000"},
        {"3b7fffffffffffffff", "-9223372036854775808, the smallest"},
        {"40", "h''"},
        {"4401020304", "h'01020304'"},
        {"60", "\"\""},
        {"66e6b8afe6b9be", "\"港湾\""},
        {"64f0908591", "\"𐅑\", beyond the basic plane"},
        {"80", "[]"},
        {"83010203", "[1, 2, 3]"},
        {"a0", "{}"},
        {"a201020304", "{1: 2, 3: 4}"},
        {"a500f51818f519012cf520f53818f5", "{0: true, 24: true, 300: true, -1: true, -25: true}, the order of keys"},
        {"f4", "false"},
        {"f5", "true"},
        {"8181818181818180", "depth 8, the deepest"},
        {"a200010143020304", "{0: 1, 1: h'020304'}"},
    };

    private static final String[][] REFUSED = {
        {"", "bytes after the item", "nothing at all"},
        {"1817", "integers", "23 in two bytes"},
        {"1900ff", "integers", "255 in three bytes"},
        {"1a0000ffff", "integers", "65535 in five bytes"},
        {"1b00000000ffffffff", "integers", "4294967295 in nine bytes"},
        {"1b8000000000000000", "integers", "2^63"},
        {"3b8000000000000000", "integers", "-2^63 - 1"},
        {"1c", "refused", "reserved additional information 28"},
        {"1f", "refused", "an integer of indefinite length"},
        {"41", "strings", "a byte string that is cut off"},
        {"580100", "strings", "a byte string with a length of two bytes where one would do"},
        {"5b7fffffffffffffff", "size", "a byte string longer than any memory"},
        {"5f4100ff", "strings", "a byte string of indefinite length"},
        {"6161 61", "bytes after the item", "a text and one byte more"},
        {"61ff", "strings", "not UTF-8"},
        {"62c080", "strings", "UTF-8 that is longer than needed"},
        {"63eda080", "strings", "a surrogate in UTF-8"},
        {"7f6161ff", "strings", "a text of indefinite length"},
        {"8f", "size", "15 items claimed and none there"},
        {"9b7fffffffffffffff", "size", "an array longer than any memory"},
        {"9fff", "arrays", "an array of indefinite length"},
        {"818181818181818180", "depth", "depth 9"},
        {"a201000100", "maps", "a key twice"},
        {"a202000100", "maps", "keys out of order"},
        {"a220000100", "maps", "a negative key before an unsigned one"},
        {"a1616100", "maps", "a text as a key"},
        {"a1410100", "maps", "a byte string as a key"},
        {"a101", "maps", "a key without a value"},
        {"bfff", "maps", "a map of indefinite length"},
        {"c000", "refused", "a tag"},
        {"d28440a04040", "refused", "the tag of COSE_Sign1"},
        {"f6", "simple values", "null"},
        {"f7", "simple values", "undefined"},
        {"f0", "simple values", "simple value 16"},
        {"f814", "simple values", "false in two bytes"},
        {"f93c00", "simple values", "1.0 in half precision"},
        {"fa3f800000", "simple values", "1.0 in single precision"},
        {"fb3ff0000000000000", "simple values", "1.0 in double precision"},
        {"ff", "refused", "a break on its own"},
        {"0000", "bytes after the item", "two items"},
    };

    private CborVectors() {}

    static JsonObject file() {
        List<JsonObject> taken = new ArrayList<>();
        for (String[] row : TAKEN) {
            taken.add(new JsonObject().put("bytes", row[0]).put("meaning", row[1]));
        }
        List<JsonObject> refused = new ArrayList<>();
        for (String[] row : REFUSED) {
            refused.add(new JsonObject()
                    .put("bytes", row[0].replace(" ", ""))
                    .put("rule", row[1])
                    .put("meaning", row[2])
                    .put("status", "BAD_ENCODING")
                    .put("code", "10"));
        }
        return VectorFiles.head("items of the strict profile, and items outside of it")
                .put("section", "Encoding")
                .put("taken", taken)
                .put("refused", refused);
    }
}
