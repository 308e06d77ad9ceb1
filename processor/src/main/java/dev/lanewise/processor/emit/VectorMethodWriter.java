package dev.lanewise.processor.emit;

import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.lanewise.processor.function.Expression;
import dev.lanewise.processor.function.Schedule;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A method over strips in bytecode, in the order of {@link Schedule}: kernels, and each loop as one of full vectors and one of what is
 * left. The loops call nothing but the Vector API, so that nothing stands between C2 and its registers.
 */
final class VectorMethodWriter {

    static final ClassDesc SCRATCH = ClassDesc.of("dev.lanewise.runtime.Scratch");

    /** The lanes of a sum, whatever a vector has. */
    private static final int VIRTUAL_LANES = 16;

    private static final ClassDesc FLOATS = ClassDesc.ofDescriptor("[F");
    private static final ClassDesc ELEMENTARY = ClassDesc.of("dev.lanewise.kernels.Elementary");
    private static final ClassDesc REDUCTIONS = ClassDesc.of("dev.lanewise.kernels.Reductions");

    private final StripMethod method;
    private final CodeBuilder code;
    private final ScalarCode scalar;
    private final VectorCode vector;
    private final Map<Expression, Place> arrays = new HashMap<>();
    /** By name: the method's parameters, and scratch memory. */
    private final Map<String, Place> places = new HashMap<>();

    private final int n;
    private final int scratch;
    private final List<Schedule.Step> steps;
    private final ArrayPlan plan;
    private int scratchArrays;

    /**
     * Where values are.
     *
     * @param array the local variable that holds the array
     * @param from the local variable that holds where they begin
     */
    record Place(int array, int from) {}

    VectorMethodWriter(StripMethod method, CodeBuilder code) {
        this.method = method;
        this.code = code;
        this.n = code.parameterSlot(0);
        int parameter = 1;
        this.scalar = new ScalarCode(code, n, method.isScaled() ? code.parameterSlot(parameter++) : -1);
        this.vector = new VectorCode(code, scalar);
        for (String array : method.arrays()) {
            places.put(array, new Place(code.parameterSlot(parameter), code.parameterSlot(parameter + 1)));
            parameter += 2;
        }
        this.scratch = code.parameterSlot(parameter);
        method.given().forEach((node, array) -> arrays.put(node, places.get(array)));
        this.steps = new Schedule(method.wanted()).steps();
        this.plan = new ArrayPlan(method, steps);
        plan.scratch().forEach(array -> places.put(array, scratchArray()));
    }

    void write() {
        for (Schedule.Step step : steps) {
            switch (step) {
                case Schedule.Kernel kernel -> kernel(kernel.result());
                case Schedule.Reduction reduction -> {
                    if (!scalar.isKept(reduction.result())) {
                        reduction(reduction.result());
                    }
                }
                case Schedule.Scalar number -> scalar.keep(number.result());
                case Schedule.Loop loop -> loop(loop.items());
            }
        }
        method.results().forEach((array, result) -> {
            if (!places.get(array).equals(arrays.get(result))) {
                loop(List.of(new Schedule.Item(result, false, true, Optional.empty())), List.of(places.get(array)));
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
        return places.get(plan.arrayOf(node));
    }

    private Place scratchArray() {
        code.aload(scratch).loadConstant(scratchArrays++).iload(n);
        Place place = new Place(array(), code.allocateLocal(TypeKind.INT));
        code.iconst_0().istore(place.from());
        return place;
    }

    private int array(int length) {
        code.aload(scratch).loadConstant(scratchArrays++).loadConstant(length);
        return array();
    }

    /** An array of the scratch memory, whose number and length are on the stack. */
    private int array() {
        int array = code.allocateLocal(TypeKind.REFERENCE);
        code.invokevirtual(SCRATCH, "array", MethodTypeDesc.of(FLOATS, CD_int, CD_int))
                .astore(array);
        return array;
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
        loop(
                items,
                items.stream()
                        .filter(Schedule.Item::isStored)
                        .map(item -> placeFor(item.result()))
                        .toList());
    }

    /** A loop, with places for what it stores. */
    private void loop(List<Schedule.Item> items, List<Place> places) {
        Map<Expression, Place> stored = new HashMap<>();
        Iterator<Place> free = places.iterator();
        items.stream().filter(Schedule.Item::isStored).forEach(item -> stored.put(item.result(), free.next()));
        Set<Expression> loaded = new LinkedHashSet<>();
        items.forEach(item -> ArrayPlan.taken(item.result(), arrays.keySet(), loaded));
        Map<Expression, Integer> lanes = new LinkedHashMap<>();
        items.stream()
                .filter(item -> item.sum().isPresent())
                .forEach(item -> lanes.put(item.result(), array(VIRTUAL_LANES)));
        Body body = new Body(items, loaded, stored, lanes);
        if (lanes.isEmpty()) {
            body.run();
        } else {
            body.runWithSums();
        }
        arrays.putAll(stored);
    }

    /**
     * What a loop does.
     *
     * @param items in this order
     * @param loaded what it takes from arrays
     * @param stored where it leaves what it stores
     * @param lanes the arrays of the virtual lanes, of what is summed: see {@code LossFunction} for the order of summation
     */
    private final class Body {

        private final List<Schedule.Item> items;
        private final Set<Expression> loaded;
        private final Map<Expression, Place> stored;
        private final Map<Expression, Integer> lanes;
        private final int i = code.allocateLocal(TypeKind.INT);
        private final int end = code.allocateLocal(TypeKind.INT);

        Body(
                List<Schedule.Item> items,
                Set<Expression> loaded,
                Map<Expression, Place> stored,
                Map<Expression, Integer> lanes) {
            this.items = items;
            this.loaded = loaded;
            this.stored = stored;
            this.lanes = lanes;
            vector.bound(n);
            code.istore(end);
        }

        /** Vector after vector, then what is left. */
        void run() {
            code.iconst_0().istore(i);
            repeat(i, end, () -> {
                vectors();
                code.iload(i);
                vector.lanes();
                code.iadd().istore(i);
            });
            rest();
        }

        /** As many sums at a time as a vector has lanes: 16 there are. */
        void runWithSums() {
            int first = code.allocateLocal(TypeKind.INT);
            int all = code.allocateLocal(TypeKind.INT);
            code.iconst_0().istore(first).loadConstant(VIRTUAL_LANES).istore(all);
            repeat(first, all, () -> {
                lanes.keySet().forEach(vector::beginSum);
                code.iload(first).istore(i);
                repeat(i, end, () -> {
                    vectors();
                    lanes.keySet().forEach(vector::addToSum);
                    code.iinc(i, VIRTUAL_LANES);
                });
                lanes.forEach((node, array) -> vector.endSum(node, array, first));
                code.iload(first);
                vector.lanes();
                code.iadd().istore(first);
            });
            code.iload(end).istore(i);
            rest();
            for (Schedule.Item item : items) {
                item.sum().ifPresent(sum -> {
                    code.aload(lanes.get(item.result()))
                            .iconst_0()
                            .invokestatic(REDUCTIONS, "laneSum", MethodTypeDesc.of(CD_float, FLOATS, CD_int));
                    scalar.keepTop(sum);
                });
            }
        }

        private void vectors() {
            vector.begin();
            loaded.forEach(node -> vector.load(node, arrays.get(node), i));
            items.forEach(item -> vector.item(item, stored.get(item.result()), i));
        }

        private void rest() {
            repeat(i, n, () -> {
                scalar.begin();
                loaded.forEach(node -> scalar.load(node, arrays.get(node), i));
                items.forEach(item -> scalar.item(item, stored.get(item.result()), i));
                lanes.forEach((node, array) -> scalar.addToSum(node, array, i));
                code.iinc(i, 1);
            });
            scalar.end();
        }
    }

    private void repeat(int i, int end, Runnable body) {
        Label start = code.newBoundLabel();
        Label exit = code.newLabel();
        code.iload(i).iload(end).if_icmpge(exit);
        body.run();
        code.goto_(start).labelBinding(exit);
    }
}
