package io.chom.portal.crash;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts a call of {@link CrashAgent#passing} at the entrance of every point, when its class is loaded. */
final class Entrances implements ClassFileTransformer {

    private static final ClassDesc AGENT = CrashAgent.class.describeConstable().orElseThrow();
    private static final MethodTypeDesc PASSING =
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String, ConstantDescs.CD_Object.arrayType());

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader, String className, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
        List<CrashPoint> points = CrashPoint.in(className);
        return loader == null || points.isEmpty() ? null : instrument(loader, points, bytes);
    }

    private static byte[] instrument(ClassLoader loader, List<CrashPoint> points, byte[] bytes) {
        // Frames are worked out anew; the classes named in them are read, not loaded.
        var files = ClassFile.of(ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(loader).orElse(ClassHierarchyResolver.defaultResolver())));
        return files.transformClass(files.parse(bytes), (type, element) -> copy(type, element, points));
    }

    private static void copy(ClassBuilder type, ClassElement element, List<CrashPoint> points) {
        Optional<CrashPoint> point = element instanceof MethodModel method ? at(method, points) : Optional.empty();
        if (point.isPresent()) {
            var method = (MethodModel) element;
            type.transformMethod(method, MethodTransform.transformingCode(entrance(point.get(), method)));
        } else {
            type.with(element);
        }
    }

    private static Optional<CrashPoint> at(MethodModel method, List<CrashPoint> points) {
        return points.stream()
                .filter(point ->
                        point.place().orElseThrow().isAt(method.methodName().stringValue()))
                .findFirst();
    }

    private static CodeTransform entrance(CrashPoint point, MethodModel method) {
        return new CodeTransform() {

            @Override
            public void atStart(CodeBuilder code) {
                callAgent(code, point, method.methodTypeSymbol());
            }

            @Override
            public void accept(CodeBuilder code, CodeElement element) {
                code.with(element);
            }
        };
    }

    private static void callAgent(CodeBuilder code, CrashPoint point, MethodTypeDesc type) {
        code.loadConstant(point.name()).loadConstant(type.parameterCount()).anewarray(ConstantDescs.CD_Object);
        for (int i = 0; i < type.parameterCount(); i++) {
            if (!type.parameterType(i).isPrimitive()) {
                code.dup().loadConstant(i).aload(code.parameterSlot(i)).aastore();
            }
        }
        code.invokestatic(AGENT, "passing", PASSING);
    }
}
