package io.tetherkey.desktop.kit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test its own bank with a shop, its own phone and its own window, to those that ask for them as parameters:
 * {@link DemoSite}, {@link PhoneInHand}, {@link WindowOnTest}.
 *
 * <p>On a class it holds for all its tests; on a test it says otherwise for that one. Only what is asked for is made:
 * without a {@link WindowOnTest} no toolkit starts.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(TetherKeyExtension.class)
public @interface TetherKeyTest {

    /** What the phone hangs on. */
    Cable cable() default Cable.MEMORY;

    /** What the phone holds at the beginning. */
    Flash flash() default Flash.DEMO;
}
