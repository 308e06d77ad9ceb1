package dev.lanewise.processor.emit;

import dev.lanewise.processor.function.Expression;
import dev.lanewise.processor.function.Op;
import dev.lanewise.processor.function.Schedule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * In which array each value of a method over strips is kept: a result in its own, if that may be overwritten by then, anything else in one
 * that nobody needs any more or yet, so that few are used and the innermost cache holds them. A step reads a value before it stores one
 * at the same index: what it takes last may be replaced by what it computes.
 */
final class ArrayPlan {

    private static final int NEVER = -1;

    private final StripMethod method;
    private final List<Schedule.Step> steps;
    private final Map<Expression, Integer> lastUses = new HashMap<>();
    /** By array, the value that is in it for the time being. */
    private final Map<String, Expression> contents = new HashMap<>();

    private final Map<Expression, String> arrays = new HashMap<>();
    private final List<String> scratch = new ArrayList<>();

    ArrayPlan(StripMethod method, List<Schedule.Step> steps) {
        this.method = method;
        this.steps = steps;
        Set<Expression> kept = new LinkedHashSet<>(method.given().keySet());
        for (int step = 0; step < steps.size(); step++) {
            int now = step;
            taken(steps.get(step), kept).forEach(node -> lastUses.put(node, now));
            kept.addAll(stored(steps.get(step)));
        }
        method.results().values().forEach(result -> lastUses.put(result, steps.size()));
        for (int step = 0; step < steps.size(); step++) {
            for (Expression node : stored(steps.get(step))) {
                String array = choose(node, step);
                contents.put(array, node);
                arrays.put(node, array);
            }
        }
    }

    /** The array of a value that a step stores: a parameter of the method, or one of {@link #scratch}. */
    String arrayOf(Expression node) {
        return arrays.get(node);
    }

    /** The arrays of the scratch memory, by name. */
    List<String> scratch() {
        return scratch;
    }

    private String choose(Expression node, int step) {
        Optional<String> own = method.destination(node).filter(array -> isWritable(array, step));
        if (own.isPresent()) {
            return own.get();
        }
        for (String array : method.results().keySet()) {
            boolean isLent = !method.inPlace().equals(Optional.of(array))
                    && !method.given().containsValue(array)
                    && lastUse(node) <= writing(array);
            if (isLent && isFree(array, step)) {
                return array;
            }
        }
        return scratch.stream().filter(array -> isFree(array, step)).findFirst().orElseGet(() -> {
            scratch.add("scratch " + scratch.size());
            return scratch.getLast();
        });
    }

    /** Whether a result may be put into its array: where that is an argument's too, no later step may take an argument. */
    private boolean isWritable(String array, int step) {
        return !method.inPlace().equals(Optional.of(array))
                || method.given().keySet().stream().allMatch(node -> lastUse(node) <= step);
    }

    private boolean isFree(String array, int step) {
        return !contents.containsKey(array) || lastUse(contents.get(array)) <= step;
    }

    private int lastUse(Expression node) {
        return lastUses.getOrDefault(node, NEVER);
    }

    /** The step that puts a result into its array, or the end, where it is copied. */
    private int writing(String array) {
        for (int step = 0; step < steps.size(); step++) {
            if (stored(steps.get(step)).contains(method.results().get(array))) {
                return step;
            }
        }
        return steps.size();
    }

    private static List<Expression> stored(Schedule.Step step) {
        return switch (step) {
            case Schedule.Kernel kernel -> List.of(kernel.result());
            case Schedule.Reduction unused -> List.of();
            case Schedule.Scalar unused -> List.of();
            case Schedule.Loop loop ->
                loop.items().stream()
                        .filter(Schedule.Item::isStored)
                        .map(Schedule.Item::result)
                        .toList();
        };
    }

    private static Set<Expression> taken(Schedule.Step step, Set<Expression> kept) {
        Set<Expression> taken = new LinkedHashSet<>();
        switch (step) {
            case Schedule.Kernel kernel -> taken(kernel.result().operand(0), kept, taken);
            case Schedule.Reduction reduction -> taken(reduction.result().operand(0), kept, taken);
            case Schedule.Scalar unused -> {}
            case Schedule.Loop loop -> loop.items().forEach(item -> taken(item.result(), kept, taken));
        }
        return taken;
    }

    /** Adds what a node takes from arrays; that is the node itself, if it is in one. */
    static void taken(Expression node, Set<Expression> kept, Set<Expression> taken) {
        if (kept.contains(node)) {
            taken.add(node);
        } else if (node.isPerElement() && node.op().form() == Op.Form.LOOP) {
            node.operands().forEach(operand -> taken(operand, kept, taken));
        }
    }
}
