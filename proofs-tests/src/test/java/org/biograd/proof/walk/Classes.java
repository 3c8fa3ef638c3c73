package org.biograd.proof.walk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/**
 * The class files that a proof is about: those on the class path, some of them perhaps changed. As a class loader it
 * defines the code under proof anew, so that a changed class runs beside the real one.
 */
public final class Classes extends ClassLoader {

    private static final String[] UNDER_PROOF = {"org.biograd.fixedpoint.", "org.biograd.loihi."};

    private final Map<String, byte[]> changed;
    private final Map<String, ClassNode> nodes = new HashMap<>();

    /**
     * Classes of a proof.
     *
     * @param changed class files that stand in place of the real ones, by their binary names
     */
    public Classes(Map<String, byte[]> changed) {
        super(Classes.class.getClassLoader());
        this.changed = Map.copyOf(changed);
    }

    /** The class file of a class, given by its internal name, as a tree. */
    ClassNode node(String internalName) {
        return nodes.computeIfAbsent(internalName, name -> {
            ClassNode node = new ClassNode();
            new ClassReader(bytes(name.replace('/', '.'))).accept(node, ClassReader.SKIP_FRAMES);
            return node;
        });
    }

    /** The class as it runs. */
    public Class<?> type(String internalName) {
        try {
            return Class.forName(internalName.replace('/', '.'), true, this);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        for (String own : UNDER_PROOF) {
            if (name.startsWith(own)) {
                synchronized (getClassLoadingLock(name)) {
                    Class<?> loaded = findLoadedClass(name);
                    byte[] file = loaded == null ? bytes(name) : null;
                    return loaded == null ? defineClass(name, file, 0, file.length) : loaded;
                }
            }
        }
        return super.loadClass(name, resolve);
    }

    private byte[] bytes(String name) {
        byte[] known = changed.get(name);
        if (known != null) {
            return known;
        }
        try (InputStream in = ClassLoader.getSystemResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new IllegalStateException("no class file of " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
