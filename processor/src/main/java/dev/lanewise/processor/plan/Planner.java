package dev.lanewise.processor.plan;

import dev.lanewise.processor.graph.Model;

/** From a model to its plan. */
public final class Planner {

    private Planner() {}

    /**
     * Plans a model.
     *
     * @param model the model
     * @return what its passes compute
     */
    public static Plan plan(Model model) {
        Layers layers = new Layers(model);
        Figures figures = new Figures(model);
        return new Plan(
                model,
                layers.parameters(),
                new TrainingPlanner(model, layers, figures).plan(),
                new InferencePlanner(model, layers).plan());
    }
}
