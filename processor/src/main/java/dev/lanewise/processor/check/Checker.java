package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration;
import java.util.List;

/** All rules of the language. */
public final class Checker {

    private static final List<Rule> RULES = List.of(
            new ModelTypeRule(),
            new GeneratedNameRule(),
            new PartsRule(),
            new PartTypeRule(),
            new PartNameRule(),
            new StrayLayerRule(),
            new InputRule(),
            new OneLayerRule(),
            new MethodRule(),
            new TensorRule(),
            new ParameterCountRule(),
            new AttributesRule(),
            new UnitsRule(),
            new RateRule(),
            new DeviationRule(),
            new FactorRule(),
            new TargetRule(),
            new EmptyPenaltyRule(),
            new FunctionRule(),
            new FunctionUseRule(),
            new ValueNameRule(),
            new KnownNameRule(),
            new ResultRule(),
            new CycleRule(),
            new UseRule(),
            new ConditionRule(),
            new OutputWidthRule(),
            new CrossEntropyRule(),
            new SparsityRangeRule(),
            new SamplingWidthsRule(),
            new AddWidthsRule(),
            new ConcatWidthRule(),
            new ConstantPenaltyRule(),
            new TiedLayerRule(),
            new TiedShapeRule(),
            new WeightSizeRule(),
            new TrainableRule(),
            new LayerCountRule());

    private Checker() {}

    /**
     * Holds a declaration against every rule.
     *
     * @param model what is written
     * @return all its mistakes, each once
     */
    public static List<Problem> check(Declaration model) {
        Problems problems = new Problems();
        RULES.forEach(rule -> rule.check(model, problems));
        return problems.found();
    }
}
