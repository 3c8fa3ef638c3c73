package org.biograd.house;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** How clauses stand: what the strongest kind of check of each is, read from the class files of the tests. */
final class Standing {

    private static final String PROOF = "Lorg/biograd/proof/prove/Proof;";
    private static final String PROPERTY = "Lnet/jqwik/api/Property;";

    /** The test that runs the words of the profile {@code tiny} through all their values. */
    private static final String ENUMERATION = "org/biograd/words/TinyWordsTest";

    private final Map<String, Integer> proofs = new HashMap<>();
    private final Set<String> withProperties = new HashSet<>();
    private final ClauseMarks tests;

    Standing(List<ClassFiles.ClassFile> files, ClauseMarks tests) {
        this.tests = tests;
        for (ClassFiles.ClassFile file : files) {
            if (file.test()) {
                read(file);
            }
        }
    }

    /** For example "proven (3), all of `tiny`, properties, cases". */
    String of(String id) {
        List<String> kinds = new ArrayList<>();
        if (proofs.containsKey(id)) {
            kinds.add("[proven](proofs.md#what-is-proven) (" + proofs.get(id) + ")");
        }
        Set<String> classes = tests.classes(id);
        if (classes.contains(ENUMERATION)) {
            kinds.add("all of `tiny`");
        }
        if (classes.stream().anyMatch(withProperties::contains)) {
            kinds.add("properties");
        }
        if (classes.stream().anyMatch(name -> !withProperties.contains(name) && !name.equals(ENUMERATION))) {
            kinds.add("cases");
        }
        return String.join(", ", kinds);
    }

    private void read(ClassFiles.ClassFile file) {
        String name = file.name()
                .substring(0, file.name().length() - ".class".length())
                .replaceAll("\\$.*", "");
        ClassVisitor methods = new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(
                    int access, String method, String descriptor, String signature, String[] thrown) {
                return new MethodVisitor(Opcodes.ASM9) {
                    @Override
                    public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                        if (annotation.equals(PROPERTY)) {
                            withProperties.add(name);
                        }
                        return annotation.equals(PROOF) ? new OfProof() : null;
                    }
                };
            }
        };
        new ClassReader(file.bytes())
                .accept(methods, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    }

    /** Reads a mark of a proof: the clauses of one that is not open count. */
    private final class OfProof extends AnnotationVisitor {

        private final List<String> clauses = new ArrayList<>();
        private boolean open;

        OfProof() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(String element, Object value) {
            if (element.equals("open")) {
                open = (boolean) value;
            }
        }

        @Override
        public AnnotationVisitor visitArray(String element) {
            return !element.equals("clauses")
                    ? null
                    : new AnnotationVisitor(Opcodes.ASM9) {
                        @Override
                        public void visit(String unnamed, Object value) {
                            clauses.add((String) value);
                        }
                    };
        }

        @Override
        public void visitEnd() {
            if (!open) {
                clauses.forEach(id -> proofs.merge(id, 1, Integer::sum));
            }
        }
    }
}
