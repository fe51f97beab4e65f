package io.tetherkey.desktop.notice.dbus;

import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

/** An object on the bus whose properties may be read by everybody and set by nobody. */
abstract class ReadOnlyProperties implements Properties {

    abstract Map<String, Variant<?>> properties();

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the library's own signature
    public <A> A Get(String ofInterface, String name) {
        return (A) Optional.<Object>ofNullable(properties().get(name))
                .orElseThrow(() -> new DBusExecutionException("no such property"));
    }

    @Override
    public <A> void Set(String ofInterface, String name, A value) {
        throw new DBusExecutionException("this property is only read");
    }

    @Override
    public Map<String, Variant<?>> GetAll(String ofInterface) {
        return properties();
    }
}
