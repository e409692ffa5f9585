package io.chom.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** No source of any module grows beyond what can be read at one sitting. */
class SourceLengthTests {

    private static final int FILE = 250;
    private static final int METHOD = 30;

    private static final List<String> MODULES = List.of("theming", "embedded", "tenants", "portal");

    @Test
    void files_and_methods_are_short() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : MODULES) {
            sources.addAll(sources(Path.of("..", module, "src/main/java")));
        }
        List<String> tooLong = new ArrayList<>();
        for (Path source : sources) {
            long lines = Files.readString(source).lines().count();
            if (lines > FILE) {
                tooLong.add(source + ": " + lines + " lines");
            }
        }
        tooLong.addAll(longMethods(sources));

        assertThat(sources).hasSizeGreaterThan(1_000);
        assertThat(tooLong).isEmpty();
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> longMethods(List<Path> sources) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
            List<String> found = new ArrayList<>();
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            task.parse().forEach(unit -> new Methods(unit, positions, found).scan(unit, null));
            return found;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static final class Methods extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> found;

        Methods(CompilationUnitTree unit, SourcePositions positions, List<String> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            LineMap lines = unit.getLineMap();
            long end = positions.getEndPosition(unit, method);
            long length = end < 0
                    ? 0
                    : lines.getLineNumber(end) - lines.getLineNumber(positions.getStartPosition(unit, method)) + 1;
            if (length > METHOD) {
                found.add(unit.getSourceFile().getName() + " " + method.getName() + ": " + length + " lines");
            }
            return super.visitMethod(method, nothing);
        }
    }
}
