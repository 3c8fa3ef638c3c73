package org.biograd.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The {@code @Clause} marks of some class files: which top-level classes bear the mark of which clause. */
final class ClauseMarks {

    private static final String MARK = "Lorg/biograd/spec/Clause;";

    private final Map<String, Set<String>> classes = new TreeMap<>();

    private ClauseMarks() {}

    static ClauseMarks of(List<ClassFiles.ClassFile> files) {
        ClauseMarks marks = new ClauseMarks();
        for (ClassFiles.ClassFile file : files) {
            marks.read(file);
        }
        return marks;
    }

    /** The ids that are marked anywhere. */
    Set<String> ids() {
        return classes.keySet();
    }

    /** The top-level classes, as paths like {@code org/biograd/spec/Shape}, that bear the mark of a clause. */
    Set<String> classes(String id) {
        return classes.getOrDefault(id, Set.of());
    }

    private void read(ClassFiles.ClassFile file) {
        String name = file.name().substring(0, file.name().length() - ".class".length());
        int nested = name.indexOf('$');
        String topLevel = nested < 0 ? name : name.substring(0, nested);
        List<String> found = new ArrayList<>();
        AnnotationVisitor values = new AnnotationVisitor(Opcodes.ASM9) {
            @Override
            public AnnotationVisitor visitArray(String element) {
                return this;
            }

            @Override
            public void visit(String element, Object value) {
                found.add((String) value);
            }
        };
        new ClassReader(file.bytes())
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
                                return descriptor.equals(MARK) ? values : null;
                            }

                            @Override
                            public FieldVisitor visitField(
                                    int access, String field, String descriptor, String signature, Object value) {
                                return new FieldVisitor(Opcodes.ASM9) {
                                    @Override
                                    public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                                        return annotation.equals(MARK) ? values : null;
                                    }
                                };
                            }

                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String method, String descriptor, String signature, String[] thrown) {
                                return new MethodVisitor(Opcodes.ASM9) {
                                    @Override
                                    public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                                        return annotation.equals(MARK) ? values : null;
                                    }
                                };
                            }
                        },
                        ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        for (String id : found) {
            classes.computeIfAbsent(id, key -> new TreeSet<>()).add(topLevel);
        }
    }
}
