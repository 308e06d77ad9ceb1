package dev.lanewise.processor.plan;

import dev.lanewise.processor.graph.Model;
import dev.lanewise.processor.graph.Role;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the passes of a model compute, line by line.
 *
 * @param model the model
 * @param parameters of its layers, in the order of computation
 * @param training the training pass
 * @param inference the inference pass
 */
public record Plan(Model model, List<Parameter> parameters, Training training, Inference inference) {

    /**
     * The training pass.
     *
     * @param figures the terms of the cost, and what is reported beside it
     * @param values the buffers of values, in the order of computation
     * @param saved the buffers of what sampling layers keep for the backward pass
     * @param gradients the buffers of gradients, in the order of computation
     * @param forward the values, noise included
     * @param backward the cost, and the gradient of every value that depends on a parameter
     * @param update the gradients of the parameters
     * @param validate the cost without noise, but for samples
     */
    public record Training(
            List<Figure> figures,
            List<Slot> values,
            List<Slot> saved,
            List<Slot> gradients,
            List<Statement.Forward> forward,
            List<Statement.Backward> backward,
            List<Statement.Update> update,
            List<Statement.Forward> validate) {}

    /**
     * The inference pass.
     *
     * @param buffers its own buffers, in the order of computation
     * @param parts what each part computes
     */
    public record Inference(List<Slot> buffers, Map<Role, PartInference> parts) {

        /**
         * Copies the map.
         *
         * @param buffers its own buffers
         * @param parts what each part computes
         */
        public Inference {
            parts = new EnumMap<>(parts);
        }
    }

    /**
     * A part in inference.
     *
     * @param values where the values of its layers are when all are computed, one per layer
     * @param quiet the result, without noise
     * @param noisy every value, with noise; the same as quiet in a part without noise layers
     */
    public record PartInference(List<Slot> values, List<Statement.Forward> quiet, List<Statement.Forward> noisy) {

        /** {@return whether noise makes a difference} */
        public boolean hasNoise() {
            return !noisy.equals(quiet);
        }
    }
}
