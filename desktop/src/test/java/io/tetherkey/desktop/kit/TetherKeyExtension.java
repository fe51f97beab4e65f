package io.tetherkey.desktop.kit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;

/** Carries out {@link TetherKeyTest}: gives what a test asks for, and keeps what a failed test showed. */
final class TetherKeyExtension
        implements BeforeEachCallback,
                ParameterResolver,
                TestExecutionExceptionHandler,
                LifecycleMethodExecutionExceptionHandler {

    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(TetherKeyExtension.class);
    private static final Path EVIDENCE = Path.of("target", "failed");

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        // The store closes it when the test is over.
        context.getStore(OURS).put(TestPlace.class, new TestPlace(wishes(context)));
    }

    private static TetherKeyTest wishes(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), TetherKeyTest.class)
                .or(() -> context.getTestClass().flatMap(TetherKeyExtension::ofClass))
                .orElseThrow();
    }

    private static Optional<TetherKeyTest> ofClass(Class<?> test) {
        return AnnotationSupport.findAnnotation(test, TetherKeyTest.class)
                .or(() ->
                        Optional.<Class<?>>ofNullable(test.getEnclosingClass()).flatMap(TetherKeyExtension::ofClass));
    }

    private static TestPlace place(ExtensionContext context) {
        return Optional.ofNullable(context.getStore(OURS).get(TestPlace.class, TestPlace.class))
                .orElseThrow(() -> new ParameterResolutionException(
                        "bank, phone and window belong to one test: ask for them there or in @BeforeEach"));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> asked = parameter.getParameter().getType();
        return asked == DemoSite.class || asked == PhoneInHand.class || asked == WindowOnTest.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> asked = parameter.getParameter().getType();
        try {
            TestPlace place = place(context);
            return asked == DemoSite.class ? place.site() : asked == PhoneInHand.class ? place.phone() : place.window();
        } catch (ParameterResolutionException e) {
            throw e;
        } catch (Exception e) {
            throw new ParameterResolutionException("no " + asked.getSimpleName() + " can be made", e);
        }
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable why) throws Throwable {
        throw withEvidence(context, why);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable why) throws Throwable {
        throw withEvidence(context, why);
    }

    @Override
    public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable why) throws Throwable {
        throw withEvidence(context, why);
    }

    /** The failure goes on as it is, and names the files. */
    private static Throwable withEvidence(ExtensionContext context, Throwable why) {
        if (why instanceof TestAbortedException) {
            return why;
        }
        String test = context.getRequiredTestClass().getSimpleName();
        String method = context.getRequiredTestMethod().getName();
        String title = context.getDisplayName().startsWith(method) ? "" : " " + context.getDisplayName();
        Path evidence = EVIDENCE.resolve(test).resolve((method + title).replaceAll("[^\\p{L}\\p{N}]+", "-"));
        try {
            why.addSuppressed(new AssertionError("look at " + place(context).leave(evidence, why)));
        } catch (IOException | RuntimeException | AssertionError e) {
            why.addSuppressed(e);
        }
        return why;
    }
}
