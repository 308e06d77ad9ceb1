package dev.lanewise.processor.emit;

import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.lanewise.processor.emit.VectorMethodWriter.Place;
import dev.lanewise.processor.function.Expression;
import dev.lanewise.processor.function.Schedule;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.Map;

/** Expressions in bytecode, a vector of floats at a time. Each operation gives the bits of the one that {@link ScalarCode} writes. */
final class VectorCode {

    private static final ClassDesc FLOATS = ClassDesc.ofDescriptor("[F");
    private static final ClassDesc FLOAT_VECTOR = incubating("FloatVector");
    private static final ClassDesc VECTOR = incubating("Vector");
    private static final ClassDesc SPECIES = incubating("VectorSpecies");
    private static final ClassDesc MASK = incubating("VectorMask");
    private static final ClassDesc OPERATORS = incubating("VectorOperators");
    private static final ClassDesc COMPARISON = incubating("VectorOperators$Comparison");
    private static final MethodTypeDesc UNARY = MethodTypeDesc.of(FLOAT_VECTOR);
    private static final MethodTypeDesc BINARY = MethodTypeDesc.of(FLOAT_VECTOR, VECTOR);

    private final CodeBuilder code;
    private final ScalarCode numbers;
    /** The local variables of a loop's vectors. */
    private final Map<Expression, Integer> values = new HashMap<>();
    /** The local variables of sums. */
    private final Map<Expression, Integer> sums = new HashMap<>();

    VectorCode(CodeBuilder code, ScalarCode numbers) {
        this.code = code;
        this.numbers = numbers;
    }

    private static ClassDesc incubating(String name) {
        return ClassDesc.of("jdk.incubator.vector." + name);
    }

    /** Leaves on the stack where the full vectors of n values end. */
    void bound(int n) {
        species().iload(n).invokeinterface(SPECIES, "loopBound", MethodTypeDesc.of(CD_int, CD_int));
    }

    /** Leaves on the stack how many values a vector has. */
    void lanes() {
        species().invokeinterface(SPECIES, "length", MethodTypeDesc.of(CD_int));
    }

    private CodeBuilder species() {
        return code.getstatic(FLOAT_VECTOR, "SPECIES_PREFERRED", SPECIES);
    }

    /** Begins the body of a loop. */
    void begin() {
        values.clear();
    }

    /** A vector of an array, into a local variable. */
    void load(Expression node, Place place, int i) {
        species()
                .aload(place.array())
                .iload(place.from())
                .iload(i)
                .iadd()
                .invokestatic(FLOAT_VECTOR, "fromArray", MethodTypeDesc.of(FLOAT_VECTOR, SPECIES, FLOATS, CD_int));
        store(node);
    }

    private void store(Expression node) {
        int local = code.allocateLocal(TypeKind.REFERENCE);
        code.astore(local);
        values.put(node, local);
    }

    /** A vector of a loop, kept where it is needed. */
    void item(Schedule.Item item, Place place, int i) {
        push(item.result());
        if (!values.containsKey(item.result())) {
            store(item.result());
        } else {
            code.pop();
        }
        if (item.isStored()) {
            code.aload(values.get(item.result()))
                    .aload(place.array())
                    .iload(place.from())
                    .iload(i)
                    .iadd()
                    .invokevirtual(FLOAT_VECTOR, "intoArray", MethodTypeDesc.of(CD_void, FLOATS, CD_int));
        }
    }

    /** A sum of what the loop computes, lane by lane, from 0. */
    void beginSum(Expression node) {
        int local = code.allocateLocal(TypeKind.REFERENCE);
        constant(0);
        code.astore(local);
        sums.put(node, local);
    }

    void addToSum(Expression node) {
        int sum = sums.get(node);
        code.aload(sum)
                .aload(values.get(node))
                .invokevirtual(FLOAT_VECTOR, "add", BINARY)
                .astore(sum);
    }

    /** Leaves the lanes of a sum in an array. */
    void endSum(Expression node, int array, int first) {
        code.aload(sums.get(node))
                .aload(array)
                .iload(first)
                .invokevirtual(FLOAT_VECTOR, "intoArray", MethodTypeDesc.of(CD_void, FLOATS, CD_int));
    }

    /** Leaves a vector on the stack. */
    private void push(Expression e) {
        if (values.containsKey(e)) {
            code.aload(values.get(e));
        } else if (e.isPerElement()) {
            compute(e);
        } else {
            species();
            numbers.push(e);
            broadcast();
        }
    }

    private void broadcast() {
        code.invokestatic(FLOAT_VECTOR, "broadcast", MethodTypeDesc.of(FLOAT_VECTOR, SPECIES, CD_float));
    }

    private void compute(Expression e) {
        switch (e.op()) {
            case ADD -> binary(e, "add");
            case SUBTRACT -> binary(e, "sub");
            case MULTIPLY -> binary(e, "mul");
            case DIVIDE -> binary(e, "div");
            case MIN -> binary(e, "min");
            case MAX -> binary(e, "max");
            case NEGATE -> unary(e, "neg");
            case ABS -> unary(e, "abs");
            case SQRT -> unary(e, "sqrt");
            case SIGN -> sign(e);
            case IF_LESS -> choice(e, "LT");
            case IF_AT_MOST -> choice(e, "LE");
            case IF_EQUAL -> choice(e, "EQ");
            case PARAMETER,
                    CONSTANT,
                    COUNT,
                    SCALE,
                    SUM,
                    EXP,
                    LOG,
                    LOG1P,
                    TANH,
                    SIGMOID,
                    SOFTPLUS,
                    ERFC,
                    SIN_TURNS,
                    COS_TURNS -> throw new AssertionError(e.op());
        }
    }

    private void unary(Expression e, String name) {
        push(e.operand(0));
        code.invokevirtual(FLOAT_VECTOR, name, UNARY);
    }

    private void binary(Expression e, String name) {
        push(e.operand(0));
        push(e.operand(1));
        code.invokevirtual(FLOAT_VECTOR, name, BINARY);
    }

    private void choice(Expression e, String comparison) {
        push(e.operand(3));
        push(e.operand(2));
        push(e.operand(0));
        compare(comparison, () -> push(e.operand(1)));
        blend();
    }

    /** Where the vector on the stack compares so with another. */
    private void compare(String comparison, Runnable other) {
        code.getstatic(OPERATORS, comparison, COMPARISON);
        other.run();
        code.invokevirtual(FLOAT_VECTOR, "compare", MethodTypeDesc.of(MASK, COMPARISON, VECTOR));
    }

    private void blend() {
        code.invokevirtual(FLOAT_VECTOR, "blend", MethodTypeDesc.of(FLOAT_VECTOR, VECTOR, MASK));
    }

    /** 1 above 0, −1 below; zeros and NaN stay as they are. */
    private void sign(Expression e) {
        push(e.operand(0));
        store(e);
        int x = values.remove(e);
        code.aload(x);
        constant(1);
        code.aload(x);
        compare("GT", () -> constant(0));
        blend();
        constant(-1);
        code.aload(x);
        compare("LT", () -> constant(0));
        blend();
    }

    private void constant(float value) {
        species().loadConstant(value);
        broadcast();
    }
}
