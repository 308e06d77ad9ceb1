package dev.lanewise.processor.emit;

import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;

import dev.lanewise.processor.emit.VectorMethodWriter.Place;
import dev.lanewise.processor.function.Expression;
import dev.lanewise.processor.function.Schedule;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.Map;

/** Expressions in bytecode, one float at a time: numbers of the row, and what is left of a loop after its last full vector. */
final class ScalarCode {

    private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
    private static final ClassDesc FUNCTIONS = ClassDesc.of("dev.lanewise.function.Functions");
    private static final MethodTypeDesc FLOAT_TO_FLOAT = MethodTypeDesc.of(CD_float, CD_float);
    private static final MethodTypeDesc FLOATS_TO_FLOAT = MethodTypeDesc.of(CD_float, CD_float, CD_float);

    private final CodeBuilder code;
    private final int n;
    private final int scale;
    /** The local variables of numbers of the row. */
    private final Map<Expression, Integer> numbers = new HashMap<>();
    /** The local variables of a loop's values. */
    private final Map<Expression, Integer> values = new HashMap<>();

    ScalarCode(CodeBuilder code, int n, int scale) {
        this.code = code;
        this.n = n;
        this.scale = scale;
    }

    /** Computes a number of the row and keeps it. */
    void keep(Expression number) {
        push(number);
        keepTop(number);
    }

    /** Keeps a number of the row that is on the stack. */
    void keepTop(Expression number) {
        int local = code.allocateLocal(TypeKind.FLOAT);
        code.fstore(local);
        numbers.put(number, local);
    }

    boolean isKept(Expression number) {
        return numbers.containsKey(number);
    }

    /** Begins the body of a loop. */
    void begin() {
        values.clear();
    }

    /** Ends the body of a loop. */
    void end() {
        values.clear();
    }

    /** A value of an array, into a local variable. */
    void load(Expression node, Place place, int i) {
        code.aload(place.array()).iload(place.from()).iload(i).iadd().faload();
        store(node);
    }

    private void store(Expression node) {
        int local = code.allocateLocal(TypeKind.FLOAT);
        code.fstore(local);
        values.put(node, local);
    }

    /** A value of a loop, kept where it is needed. */
    void item(Schedule.Item item, Place place, int i) {
        push(item.result());
        if (!values.containsKey(item.result())) {
            store(item.result());
        } else {
            code.pop();
        }
        if (item.isStored()) {
            code.aload(place.array())
                    .iload(place.from())
                    .iload(i)
                    .iadd()
                    .fload(values.get(item.result()))
                    .fastore();
        }
    }

    /** lanes[i mod 16] += value. */
    void addToSum(Expression node, int lanes, int i) {
        code.aload(lanes)
                .iload(i)
                .loadConstant(15)
                .iand()
                .dup2()
                .faload()
                .fload(values.get(node))
                .fadd()
                .fastore();
    }

    /** Leaves a value on the stack. */
    void push(Expression e) {
        if (values.containsKey(e)) {
            code.fload(values.get(e));
        } else if (numbers.containsKey(e)) {
            code.fload(numbers.get(e));
        } else {
            compute(e);
        }
    }

    private void compute(Expression e) {
        switch (e.op()) {
            case CONSTANT -> code.loadConstant(e.value());
            case COUNT -> code.iload(n).i2f();
            case SCALE -> code.fload(scale);
            case ADD -> binary(e).fadd();
            case SUBTRACT -> binary(e).fsub();
            case MULTIPLY -> binary(e).fmul();
            case DIVIDE -> binary(e).fdiv();
            case NEGATE -> unary(e).fneg();
            case ABS -> unary(e).invokestatic(MATH, "abs", FLOAT_TO_FLOAT);
            case SIGN -> unary(e).invokestatic(MATH, "signum", FLOAT_TO_FLOAT);
            case SQRT ->
                unary(e).f2d()
                        .invokestatic(MATH, "sqrt", MethodTypeDesc.of(CD_double, CD_double))
                        .d2f();
            case MIN -> binary(e).invokestatic(MATH, "min", FLOATS_TO_FLOAT);
            case MAX -> binary(e).invokestatic(MATH, "max", FLOATS_TO_FLOAT);
            case EXP, LOG, LOG1P, TANH, SIGMOID, SOFTPLUS, ERFC, SIN_TURNS, COS_TURNS ->
                unary(e).invokestatic(FUNCTIONS, ExpressionText.nameOf(e.op()), FLOAT_TO_FLOAT);
            // A comparison with NaN has to come out false: fcmpg is 1 then, fcmpl −1.
            case IF_LESS -> choice(e, binary(e).fcmpg(), Opcode.IFGE);
            case IF_AT_MOST -> choice(e, binary(e).fcmpg(), Opcode.IFGT);
            case IF_EQUAL -> choice(e, binary(e).fcmpl(), Opcode.IFNE);
            case PARAMETER, SUM -> throw new AssertionError(e.op());
        }
    }

    private CodeBuilder unary(Expression e) {
        push(e.operand(0));
        return code;
    }

    private CodeBuilder binary(Expression e) {
        push(e.operand(0));
        push(e.operand(1));
        return code;
    }

    private void choice(Expression e, CodeBuilder compared, Opcode otherwise) {
        Label no = compared.newLabel();
        Label end = compared.newLabel();
        compared.branch(otherwise, no);
        push(e.operand(2));
        compared.goto_(end).labelBinding(no);
        push(e.operand(3));
        compared.labelBinding(end);
    }
}
