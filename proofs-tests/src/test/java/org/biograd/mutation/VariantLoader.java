package org.biograd.mutation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A world of its own for a variant: the integer network, with the changed classes in place of the real ones, and the
 * tests of it are defined anew here. All else (spec, JUnit, the JDK) is shared with the world outside.
 */
final class VariantLoader extends ClassLoader {

    private static final String CODE = "org.biograd.fixedpoint.";
    private static final Set<String> TESTS = Set.of("org.biograd.words.", "org.biograd.network.");

    private final Map<String, byte[]> changed;

    /** The changed classes that have been asked for: a test that never touches them checks nothing. */
    private final Set<String> used = new TreeSet<>();

    VariantLoader(Map<String, byte[]> changed) {
        super(VariantLoader.class.getClassLoader());
        this.changed = changed;
    }

    Set<String> used() {
        return used;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(CODE) && TESTS.stream().noneMatch(name::startsWith)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        byte[] bytes = changed.get(name);
        if (bytes != null) {
            used.add(name);
            return defineClass(name, bytes, 0, bytes.length);
        }
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] original = in.readAllBytes();
            return defineClass(name, original, 0, original.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
