package dev.lanewise.processor.function;

import dev.lanewise.processor.function.Op.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * In which order a strip of values goes through a function: kernels for elementary functions, and as few loops as possible for all that
 * is between them.
 *
 * <p>The stage of a kernel or sum is the number of those on the longest way to it. In each stage come its kernels and sums, the
 * numbers of a row that follow from them, and a loop of what the next stage needs first, or several where one would be too long. What a later loop needs, or a kernel,
 * or the caller, is kept in an array.
 */
public final class Schedule {

    /** The most operations of a loop: C2 has room for about twice as many on vectors. */
    private static final int LONGEST_LOOP = 48;

    /** One thing to do. */
    public sealed interface Step {}

    /**
     * A kernel, from arrays to an array.
     *
     * @param result what it computes
     */
    public record Kernel(Expression result) implements Step {}

    /**
     * A reduction of an array to a number of the row.
     *
     * @param result what it computes
     */
    public record Reduction(Expression result) implements Step {}

    /**
     * A number of the row, from others.
     *
     * @param result what it computes
     */
    public record Scalar(Expression result) implements Step {}

    /**
     * A loop over the values.
     *
     * @param items what it computes, each after what it needs
     */
    public record Loop(List<Item> items) implements Step {}

    /**
     * What a loop computes.
     *
     * @param result what
     * @param isLocal whether other items need it
     * @param isStored whether it is kept in an array
     * @param sum its sum over the row, a reduction that follows: it can be taken along, or needs an array
     */
    public record Item(Expression result, boolean isLocal, boolean isStored, Optional<Expression> sum) {}

    private final List<Expression> nodes;
    private final Map<Expression, Integer> stages = new HashMap<>();
    private final Set<Expression> stored = new HashSet<>();
    private final Map<Expression, Expression> sums = new HashMap<>();
    private final Set<Expression> scalars = new HashSet<>();
    private final List<Step> steps = new ArrayList<>();

    /**
     * Schedules some results.
     *
     * @param results what is wanted: values of each element, numbers of the row
     */
    public Schedule(List<Expression> results) {
        this.nodes = Expression.below(results);
        nodes.forEach(node -> stages.put(node, stage(node)));
        nodes.reversed().stream().filter(this::isLoop).forEach(node -> stages.put(node, latest(node)));
        results.stream().filter(this::isLoop).forEach(stored::add);
        nodes.forEach(this::keepOperands);
        int last = stages.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        for (int stage = 0; stage <= last; stage++) {
            plan(stage);
        }
    }

    /** {@return what to do, in order} */
    public List<Step> steps() {
        return steps;
    }

    private int stage(Expression node) {
        int before = node.operands().stream().mapToInt(stages::get).max().orElse(0);
        return isKernel(node) || isSum(node) ? before + 1 : before;
    }

    /** The stage in which a value is first needed: what is computed sooner would have to be kept. */
    private int latest(Expression node) {
        return nodes.stream()
                .filter(other -> other.operands().contains(node))
                .mapToInt(other -> isLoop(other) ? stages.get(other) : stages.get(other) - 1)
                .min()
                .orElse(stages.get(node));
    }

    private boolean isKernel(Expression node) {
        return node.isPerElement() && node.op().form() == Form.KERNEL;
    }

    private boolean isSum(Expression node) {
        return node.op() == Op.SUM;
    }

    /** Whether it is computed in a loop. */
    private boolean isLoop(Expression node) {
        return node.isPerElement() && node.op().form() == Form.LOOP;
    }

    private void keepOperands(Expression node) {
        for (Expression operand : node.operands()) {
            if (isSum(node) && isLoop(operand)) {
                sums.put(operand, node);
            } else if (isLoop(operand) && stages.get(node) > stages.get(operand)) {
                stored.add(operand);
            }
            if (!operand.isPerElement() && node.isPerElement()) {
                scalars.add(operand);
            }
        }
    }

    private void plan(int stage) {
        List<Expression> here =
                nodes.stream().filter(node -> stages.get(node) == stage).toList();
        for (Expression node : here) {
            if (isKernel(node)) {
                steps.add(new Kernel(node));
            } else if (isSum(node)) {
                steps.add(new Reduction(node));
            }
        }
        here.stream().filter(this::isScalar).forEach(node -> steps.add(new Scalar(node)));
        Set<Expression> inLoops = new LinkedHashSet<>();
        here.stream()
                .filter(node -> stored.contains(node) || sums.containsKey(node))
                .forEach(node -> collect(node, stage, inLoops));
        List<List<Expression>> loops = split(List.copyOf(inLoops));
        keepBetween(loops);
        loops.forEach(loop -> steps.add(new Loop(items(new LinkedHashSet<>(loop)))));
    }

    private static List<List<Expression>> split(List<Expression> nodes) {
        List<List<Expression>> loops = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i += LONGEST_LOOP) {
            loops.add(nodes.subList(i, Math.min(nodes.size(), i + LONGEST_LOOP)));
        }
        return loops;
    }

    /** What one loop computes and a later one needs. */
    private void keepBetween(List<List<Expression>> loops) {
        for (List<Expression> loop : loops) {
            for (Expression node : loop) {
                node.operands().stream()
                        .filter(operand -> isLoop(operand) && !loop.contains(operand))
                        .forEach(stored::add);
            }
        }
    }

    /** Whether a number of the row gets a name: the loops need it, or several others. */
    private boolean isScalar(Expression node) {
        boolean isComputed = !node.isPerElement() && node.op().form() != Form.LEAF && !isSum(node);
        return isComputed && (scalars.contains(node) || uses(node, nodes) > 1);
    }

    private List<Item> items(Set<Expression> inLoop) {
        List<Item> items = new ArrayList<>();
        for (Expression node : inLoop) {
            boolean isStored = stored.contains(node);
            boolean isKept = isStored || sums.containsKey(node);
            long uses = uses(node, inLoop);
            boolean isLocal = uses > 1 || (isKept && uses == 1);
            if (isKept || isLocal) {
                items.add(new Item(node, isLocal, isStored, Optional.ofNullable(sums.get(node))));
            }
        }
        return items;
    }

    private void collect(Expression node, int stage, Set<Expression> inLoop) {
        if (isLoop(node) && stages.get(node) == stage && !inLoop.contains(node)) {
            node.operands().forEach(operand -> collect(operand, stage, inLoop));
            inLoop.add(node);
        }
    }

    /** How often a node is an operand of others: twice in a·a. */
    private long uses(Expression node, Iterable<Expression> others) {
        long uses = 0;
        for (Expression other : others) {
            uses += other.operands().stream().filter(node::equals).count();
        }
        return uses;
    }
}
