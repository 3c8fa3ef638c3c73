package org.biograd.site;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The {@code @Clause} marks of Java sources, with the code that bears them, as the JDK's own compiler parses it. */
final class JavaMarks {

    private final Path root;
    private final List<Marked> found = new ArrayList<>();

    private JavaMarks(Path root) {
        this.root = root;
    }

    /** All marks below a folder, in the order of files and lines. */
    static List<Marked> below(Path root, String folder) throws IOException {
        JavaMarks marks = new JavaMarks(root);
        List<Path> files;
        try (Stream<Path> walk = Files.walk(root.resolve(folder))) {
            files = walk.filter(path -> path.toString().endsWith(".java"))
                    .filter(JavaMarks::names)
                    .sorted()
                    .toList();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    manager,
                    diagnostic -> {},
                    List.of("-proc:none"),
                    null,
                    manager.getJavaFileObjectsFromPaths(files));
            for (CompilationUnitTree unit : task.parse()) {
                marks.read(unit, Trees.instance(task).getSourcePositions());
            }
        }
        return marks.found;
    }

    private static boolean names(Path file) {
        try {
            return Files.readString(file).contains("@Clause(");
        } catch (IOException e) {
            return false;
        }
    }

    private void read(CompilationUnitTree unit, SourcePositions positions) throws IOException {
        String text = unit.getSourceFile().getCharContent(true).toString();
        String path = root.relativize(Path.of(unit.getSourceFile().toUri())).toString();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree tree, Void none) {
                take(tree, tree.getModifiers(), tree.getSimpleName().toString());
                return super.visitClass(tree, none);
            }

            @Override
            public Void visitMethod(MethodTree tree, Void none) {
                take(tree, tree.getModifiers(), tree.getName().toString());
                return super.visitMethod(tree, none);
            }

            @Override
            public Void visitVariable(VariableTree tree, Void none) {
                take(tree, tree.getModifiers(), tree.getName().toString());
                return super.visitVariable(tree, none);
            }

            private void take(Tree tree, ModifiersTree modifiers, String name) {
                for (AnnotationTree annotation : modifiers.getAnnotations()) {
                    if (annotation.getAnnotationType().toString().equals("Clause")) {
                        int begin = (int) positions.getStartPosition(unit, tree);
                        int end = (int) positions.getEndPosition(unit, tree);
                        int line = text.lastIndexOf('\n', begin) + 1;
                        String code = text.substring(line, end).stripIndent();
                        long number = unit.getLineMap().getLineNumber(begin);
                        for (String id : ids(annotation)) {
                            found.add(new Marked(id, form(annotation), path, number, name, code));
                        }
                    }
                }
            }
        }.scan(unit, null);
    }

    private static List<String> ids(AnnotationTree annotation) {
        List<String> ids = new ArrayList<>();
        for (ExpressionTree argument : annotation.getArguments()) {
            boolean named = argument instanceof AssignmentTree;
            if (named && !((AssignmentTree) argument).getVariable().toString().equals("value")) {
                continue;
            }
            ExpressionTree value = named ? ((AssignmentTree) argument).getExpression() : argument;
            if (value instanceof NewArrayTree array) {
                array.getInitializers().forEach(each -> ids.add(text(each)));
            } else {
                ids.add(text(value));
            }
        }
        return ids;
    }

    private static String text(ExpressionTree literal) {
        return literal instanceof LiteralTree tree ? String.valueOf(tree.getValue()) : literal.toString();
    }

    private static String form(AnnotationTree annotation) {
        for (ExpressionTree argument : annotation.getArguments()) {
            if (argument instanceof AssignmentTree assignment
                    && assignment.getVariable().toString().equals("form")) {
                return assignment.getExpression().toString().replaceAll(".*\\.", "");
            }
        }
        return "PLAIN";
    }
}
