package io.tetherkey.protocol.vectors;

import com.upokecenter.cbor.CBORObject;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/** Reads the published files as anybody would: from the class path, with a JSON reader. */
final class VectorReader {
    private VectorReader() {}

    static CBORObject file(String name) throws Exception {
        try (InputStream in = VectorReader.class.getResourceAsStream("/test-vectors/" + name)) {
            if (in == null) {
                throw new AssertionError(name + " is not on the class path");
            }
            return CBORObject.ReadJSON(in);
        }
    }

    static CBORObject in(CBORObject object, String name) {
        CBORObject value = object.get(name);
        if (value == null) {
            throw new AssertionError("no field " + name);
        }
        return value;
    }

    static byte[] hex(CBORObject object, String name) {
        return HexFormat.of().parseHex(in(object, name).AsString());
    }

    static String text(CBORObject object, String name) {
        return in(object, name).AsString();
    }

    static long number(CBORObject object, String name) {
        return in(object, name).AsInt64Value();
    }

    static Collection<CBORObject> all(CBORObject object, String name) {
        return in(object, name).getValues();
    }

    static List<byte[]> hexes(CBORObject object, String name) {
        List<byte[]> list = new ArrayList<>();
        for (CBORObject item : all(object, name)) {
            list.add(HexFormat.of().parseHex(item.AsString()));
        }
        return list;
    }

    /** The item of the list whose field has this text. */
    static CBORObject named(CBORObject object, String list, String name) {
        return all(object, list).stream()
                .filter(item -> text(item, "name").equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name));
    }
}
