package dev.lanewise.processor.emit;

import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.lanewise.processor.function.Expression;
import dev.lanewise.processor.function.Function;
import dev.lanewise.processor.function.Op;
import dev.lanewise.processor.function.Schedule;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A method over strips in bytecode, in the order of {@link Schedule}: kernels, and each loop as one of full vectors and one of what is
 * left. The loops call nothing but the Vector API, so that nothing stands between C2 and its registers.
 */
final class VectorMethodWriter {

    static final ClassDesc SCRATCH = ClassDesc.of("dev.lanewise.runtime.Scratch");

    private static final ClassDesc FLOATS = ClassDesc.ofDescriptor("[F");
    private static final ClassDesc ELEMENTARY = ClassDesc.of("dev.lanewise.kernels.Elementary");
    private static final ClassDesc REDUCTIONS = ClassDesc.of("dev.lanewise.kernels.Reductions");

    private final StripMethod method;
    private final CodeBuilder code;
    private final ScalarCode scalar;
    private final VectorCode vector;
    private final Map<Expression, Place> arrays = new HashMap<>();
    private final Map<String, Place> parameters = new HashMap<>();
    private final int n;
    private final int scratch;
    private int scratchArrays;

    /**
     * Where values are.
     *
     * @param array the local variable that holds the array
     * @param from the local variable that holds where they begin
     */
    record Place(int array, int from) {}

    VectorMethodWriter(Function function, StripMethod method, CodeBuilder code) {
        this.method = method;
        this.code = code;
        this.n = code.parameterSlot(0);
        int parameter = 1;
        this.scalar = new ScalarCode(code, n, method.isScaled() ? code.parameterSlot(parameter++) : -1);
        this.vector = new VectorCode(code, scalar);
        for (String array : method.arrays()) {
            parameters.put(array, new Place(code.parameterSlot(parameter), code.parameterSlot(parameter + 1)));
            parameter += 2;
        }
        this.scratch = code.parameterSlot(parameter);
        method.given().forEach((node, array) -> arrays.put(node, parameters.get(array)));
    }

    void write() {
        for (Schedule.Step step : new Schedule(method.wanted(), method.known()).steps()) {
            switch (step) {
                case Schedule.Kernel kernel -> kernel(kernel.result());
                case Schedule.Reduction reduction -> reduction(reduction.result());
                case Schedule.Scalar number -> scalar.keep(number.result());
                case Schedule.Loop loop -> loop(loop.items());
            }
        }
        method.results().forEach((result, array) -> {
            if (!parameters.get(array).equals(arrays.get(result))) {
                loop(List.of(new Schedule.Item(result, false, true)));
            }
        });
        method.returned()
                .ifPresentOrElse(
                        result -> {
                            scalar.push(result);
                            code.freturn();
                        },
                        code::return_);
    }

    private Place placeFor(Expression node) {
        String result = method.results().get(node);
        return result == null ? scratchArray() : parameters.get(result);
    }

    private Place scratchArray() {
        Place place = new Place(code.allocateLocal(TypeKind.REFERENCE), code.allocateLocal(TypeKind.INT));
        code.aload(scratch)
                .loadConstant(scratchArrays++)
                .iload(n)
                .invokevirtual(SCRATCH, "array", MethodTypeDesc.of(FLOATS, CD_int, CD_int))
                .astore(place.array())
                .iconst_0()
                .istore(place.from());
        return place;
    }

    private void kernel(Expression node) {
        Place from = arrays.get(node.operand(0));
        Place to = placeFor(node);
        code.iload(n)
                .aload(from.array())
                .iload(from.from())
                .aload(to.array())
                .iload(to.from())
                .invokestatic(
                        ELEMENTARY,
                        ExpressionText.nameOf(node.op()),
                        MethodTypeDesc.of(CD_void, CD_int, FLOATS, CD_int, FLOATS, CD_int));
        arrays.put(node, to);
    }

    private void reduction(Expression node) {
        Place from = arrays.get(node.operand(0));
        code.iload(n)
                .aload(from.array())
                .iload(from.from())
                .invokestatic(REDUCTIONS, "rowSum", MethodTypeDesc.of(CD_float, CD_int, FLOATS, CD_int));
        scalar.keepTop(node);
    }

    private void loop(List<Schedule.Item> items) {
        Map<Expression, Place> stored = new HashMap<>();
        items.stream()
                .filter(Schedule.Item::isStored)
                .forEach(item -> stored.put(item.result(), placeFor(item.result())));
        Set<Expression> loaded = loaded(items);
        int i = code.allocateLocal(TypeKind.INT);
        int end = code.allocateLocal(TypeKind.INT);
        code.iconst_0().istore(i);
        vector.bound(n);
        code.istore(end);
        repeat(i, end, () -> {
            vector.begin();
            loaded.forEach(node -> vector.load(node, arrays.get(node), i));
            items.forEach(item -> vector.item(item, stored.get(item.result()), i));
            code.iload(i);
            vector.lanes();
            code.iadd().istore(i);
        });
        repeat(i, n, () -> {
            scalar.begin();
            loaded.forEach(node -> scalar.load(node, arrays.get(node), i));
            items.forEach(item -> scalar.item(item, stored.get(item.result()), i));
            code.iinc(i, 1);
        });
        scalar.end();
        arrays.putAll(stored);
    }

    private void repeat(int i, int end, Runnable body) {
        Label start = code.newBoundLabel();
        Label exit = code.newLabel();
        code.iload(i).iload(end).if_icmpge(exit);
        body.run();
        code.goto_(start).labelBinding(exit);
    }

    /** What the items take from arrays. */
    private Set<Expression> loaded(List<Schedule.Item> items) {
        Set<Expression> loaded = new LinkedHashSet<>();
        items.forEach(item -> load(item.result(), loaded));
        return loaded;
    }

    private void load(Expression node, Set<Expression> loaded) {
        if (arrays.containsKey(node)) {
            loaded.add(node);
        } else if (node.isPerElement() && node.op().form() == Op.Form.LOOP) {
            node.operands().forEach(operand -> load(operand, loaded));
        }
    }
}
