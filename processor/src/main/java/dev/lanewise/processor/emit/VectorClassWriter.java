package dev.lanewise.processor.emit;

import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;

import com.palantir.javapoet.ClassName;
import dev.lanewise.processor.function.Expression;
import dev.lanewise.processor.plan.OwnFunction;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The twin of a function's class on the Vector API. It is written as a class file and not as source, because source that names the
 * incubating module would make every user's build ask for it. It extends the class of plain loops, which is its specification, and
 * replaces the methods that take values from any place.
 */
final class VectorClassWriter {

    /** The longest method that is compiled at run time: HotSpot's HugeMethodLimit. */
    private static final int LONGEST_METHOD = 8_000;

    /** Of more nodes a method is longer than that, and might be too long for a class file. */
    private static final int NODES = 1_000;

    /** JDK 25. */
    private static final int VERSION = 69;

    private static final String CLASS_INITIALIZER = "<clinit>";
    private static final ClassDesc MODULE = ClassDesc.of("java.lang.Module");
    private static final ClassDesc VECTORS = ClassDesc.of("dev.lanewise.kernels.Vectors");
    private static final ClassDesc FLOATS = ClassDesc.ofDescriptor("[F");

    private final ClassDesc plain;
    private final ClassDesc type;
    private final List<StripMethod> methods;

    private VectorClassWriter(OwnFunction own, ClassName plain, ClassName type) {
        this.plain = ClassDesc.of(plain.reflectionName());
        this.type = ClassDesc.of(type.reflectionName());
        List<String> parameters = own.function().parameters();
        // Names do not get into a class file, but must differ from our own.
        List<String> numbered = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            numbered.add("#" + i);
        }
        this.methods = StripMethod.of(own, numbered);
    }

    /** The class; none for a function that is too large for it. */
    static Optional<BinaryFile> write(OwnFunction own, ClassName plain, ClassName type) {
        VectorClassWriter writer = new VectorClassWriter(own, plain, type);
        if (writer.methods.stream()
                .anyMatch(method -> Expression.below(method.wanted()).size() > NODES)) {
            return Optional.empty();
        }
        byte[] bytes = ClassFile.of().build(writer.type, writer::write);
        return isCompiledAtRunTime(bytes)
                ? Optional.of(new BinaryFile(type.reflectionName(), bytes))
                : Optional.empty();
    }

    private static boolean isCompiledAtRunTime(byte[] bytes) {
        return ClassFile.of().parse(bytes).methods().stream()
                .flatMap(method -> method.findAttribute(Attributes.code()).stream())
                .allMatch(code -> code.codeLength() < LONGEST_METHOD);
    }

    private void write(ClassBuilder builder) {
        builder.withVersion(VERSION, 0)
                .withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER | ClassFile.ACC_SYNTHETIC)
                .withSuperclass(plain)
                .withMethodBody(
                        CLASS_INITIALIZER,
                        MethodTypeDesc.of(CD_void),
                        ClassFile.ACC_STATIC,
                        this::letTheModuleReadTheApi)
                .withMethodBody(
                        INIT_NAME,
                        MethodTypeDesc.of(CD_void),
                        0,
                        code -> code.aload(0)
                                .invokespecial(plain, INIT_NAME, MethodTypeDesc.of(CD_void))
                                .return_());
        for (StripMethod method : methods) {
            builder.withMethodBody(
                    method.name(),
                    descriptor(method),
                    ClassFile.ACC_PROTECTED,
                    code -> new VectorMethodWriter(method, code).write());
        }
    }

    /** A module that declares a model need not require the Vector API; its classes use it none the less. */
    private void letTheModuleReadTheApi(CodeBuilder code) {
        code.ldc(type)
                .invokevirtual(ConstantDescs.CD_Class, "getModule", MethodTypeDesc.of(MODULE))
                .invokestatic(VECTORS, "module", MethodTypeDesc.of(MODULE))
                .invokevirtual(MODULE, "addReads", MethodTypeDesc.of(MODULE, MODULE))
                .pop()
                .return_();
    }

    private static MethodTypeDesc descriptor(StripMethod method) {
        List<ClassDesc> parameters = new ArrayList<>();
        parameters.add(CD_int);
        if (method.isScaled()) {
            parameters.add(CD_float);
        }
        for (int i = 0; i < method.arrays().size(); i++) {
            parameters.add(FLOATS);
            parameters.add(CD_int);
        }
        parameters.add(VectorMethodWriter.SCRATCH);
        return MethodTypeDesc.of(method.returned().isPresent() ? CD_float : CD_void, parameters);
    }
}
