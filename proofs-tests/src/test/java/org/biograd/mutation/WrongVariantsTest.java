package org.biograd.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.biograd.house.SpecText;
import org.biograd.spec.Clause;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Tests the tests: each wrong variant of the integer network must be caught by the test that is there for it.
 *
 * <p>The right code goes through the same compiler, loader and launcher first and must pass, so a catch is the work of
 * the test alone.
 */
class WrongVariantsTest {

    private static final Path SOURCES = SpecText.root().resolve("fixedpoint/src/main/java/org/biograd/fixedpoint");

    private final VariantCompiler compiler = new VariantCompiler();

    /** What became of a test class in the world of a variant. */
    private static final class Outcome implements TestExecutionListener {

        private int tests;
        private final List<Throwable> failures = new ArrayList<>();

        @Override
        public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
            tests += identifier.isTest() ? 1 : 0;
            result.getThrowable().ifPresent(failures::add);
        }
    }

    private Outcome run(String source, String text, String catcher) {
        Map<String, byte[]> changed = compiler.compile(source.substring(source.lastIndexOf('/') + 1), text);
        VariantLoader loader = new VariantLoader(changed);
        Outcome outcome = new Outcome();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            Class<?> test = loader.loadClass(catcher);
            assertTrue(test.getClassLoader() == loader, "the test lives in the world of the variant");
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectClass(test))
                    .filters(EngineFilter.includeEngines("junit-jupiter"))
                    .build();
            Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
                    .enableLauncherDiscoveryListenerAutoRegistration(false)
                    .enableLauncherSessionListenerAutoRegistration(false)
                    .enableTestExecutionListenerAutoRegistration(false)
                    .enablePostDiscoveryFilterAutoRegistration(false)
                    .build());
            launcher.execute(request, outcome);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
        assertTrue(outcome.tests > 0, catcher + " has tests for Jupiter");
        assertFalse(loader.used().isEmpty(), catcher + " uses the changed class");
        return outcome;
    }

    private static String text(String source) {
        try {
            return Files.readString(SOURCES.resolve(source));
        } catch (IOException e) {
            throw new IllegalStateException("no source " + source, e);
        }
    }

    private static int occurrences(String text, String of) {
        int count = 0;
        for (int at = text.indexOf(of); at >= 0; at = text.indexOf(of, at + 1)) {
            count++;
        }
        return count;
    }

    /** Every test class that must catch anything passes on the right code, compiled and loaded the same way. */
    @TestFactory
    Stream<DynamicTest> theRightCodePasses() {
        Map<String, WrongVariant> one = new LinkedHashMap<>();
        WrongVariants.ALL.forEach(variant -> one.putIfAbsent(variant.catcher(), variant));
        return one.values().stream()
                .map(variant -> DynamicTest.dynamicTest(variant.catcher(), () -> {
                    Outcome outcome = run(variant.source(), text(variant.source()), variant.catcher());
                    assertEquals(List.of(), outcome.failures, "the right code through the same machinery");
                }));
    }

    @TestFactory
    @Clause({
        "WORD-2", "WORD-4", "WORD-5", "DRAW-3", "SOMA-2", "SOMA-3", "SOMA-4", "GATE-1", "ELIG-1", "ELIG-2", "ELIG-4",
        "ERR-2", "ERR-3", "ERR-4", "ERR-6", "ERR-7", "ERR-8", "ERR-9", "LEARN-2", "LEARN-3", "LEARN-4", "SLEEP-2",
        "SLEEP-4", "NET-2", "NET-4", "NET-6", "NET-7"
    })
    Stream<DynamicTest> everyWrongVariantIsCaught() {
        return WrongVariants.ALL.stream()
                .map(variant -> DynamicTest.dynamicTest(variant.name(), () -> {
                    String right = text(variant.source());
                    assertEquals(
                            1,
                            occurrences(right, variant.right()),
                            "'" + variant.right() + "' occurs once in " + variant.source());
                    Outcome outcome =
                            run(variant.source(), right.replace(variant.right(), variant.wrong()), variant.catcher());
                    assertFalse(outcome.failures.isEmpty(), variant.catcher() + " does not see: " + variant.name());
                    for (Throwable failure : outcome.failures) {
                        assertFalse(
                                failure instanceof LinkageError, "caught by the loader and not by a test: " + failure);
                    }
                }));
    }

    @Test
    void variantsHaveDistinctNames() {
        assertEquals(
                WrongVariants.ALL.size(),
                WrongVariants.ALL.stream().map(WrongVariant::name).distinct().count());
        assertTrue(WrongVariants.ALL.size() >= 14);
    }
}
