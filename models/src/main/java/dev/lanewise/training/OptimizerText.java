package dev.lanewise.training;

import java.util.LinkedHashMap;
import java.util.Map;

/** Optimizers as text: the name, then each number by its name. Numbers are written so that they read back exactly. */
final class OptimizerText {

    private OptimizerText() {}

    static String format(Optimizer optimizer) {
        return switch (optimizer) {
            case Sgd sgd ->
                "sgd learningRate=" + sgd.learningRate() + " momentum=" + sgd.momentum() + " nesterov="
                        + sgd.nesterov();
            case RmsProp rms ->
                "rmsprop learningRate=" + rms.learningRate() + " rho=" + rms.rho() + " epsilon=" + rms.epsilon();
            case Adam adam -> "adam " + moments(adam.learningRate(), adam.beta1(), adam.beta2(), adam.epsilon());
            case AdamW adam ->
                "adamw " + moments(adam.learningRate(), adam.beta1(), adam.beta2(), adam.epsilon()) + " weightDecay="
                        + adam.weightDecay();
            case Nadam nadam -> "nadam " + moments(nadam.learningRate(), nadam.beta1(), nadam.beta2(), nadam.epsilon());
            case CosineDecay decay ->
                format(decay.optimizer()) + " decayFrom=" + decay.from() + " decaySteps=" + decay.steps()
                        + " decayFloor=" + decay.floor();
        };
    }

    private static String moments(double learningRate, double beta1, double beta2, double epsilon) {
        return "learningRate=" + learningRate + " beta1=" + beta1 + " beta2=" + beta2 + " epsilon=" + epsilon;
    }

    static Optimizer parse(String text) {
        String[] words = text.split(" ");
        Map<String, String> settings = new LinkedHashMap<>();
        for (int i = 1; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            settings.put(words[i].substring(0, Math.max(0, equals)), words[i].substring(equals + 1));
        }
        Numbers numbers = new Numbers(text, settings);
        Optimizer optimizer = parse(text, words[0], numbers, settings);
        if (settings.containsKey("decayFrom")) {
            optimizer = new CosineDecay(
                    optimizer, numbers.whole("decayFrom"), numbers.whole("decaySteps"), numbers.get("decayFloor"));
        }
        if (!optimizer.text().equals(text)) {
            throw new IllegalArgumentException("not an optimizer: \"" + text + "\"");
        }
        return optimizer;
    }

    private static Optimizer parse(String text, String name, Numbers numbers, Map<String, String> settings) {
        double rate = numbers.get("learningRate");
        return switch (name) {
            case "sgd" -> new Sgd(rate, numbers.get("momentum"), "true".equals(settings.get("nesterov")));
            case "rmsprop" -> new RmsProp(rate, numbers.get("rho"), numbers.get("epsilon"));
            case "adam" -> new Adam(rate, numbers.get("beta1"), numbers.get("beta2"), numbers.get("epsilon"));
            case "adamw" ->
                new AdamW(
                        rate,
                        numbers.get("beta1"),
                        numbers.get("beta2"),
                        numbers.get("epsilon"),
                        numbers.get("weightDecay"));
            case "nadam" -> new Nadam(rate, numbers.get("beta1"), numbers.get("beta2"), numbers.get("epsilon"));
            default -> throw new IllegalArgumentException("not an optimizer: \"" + text + "\"");
        };
    }

    private record Numbers(String text, Map<String, String> settings) {

        long whole(String name) {
            try {
                return Long.parseLong(settings.getOrDefault(name, ""));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("no whole number " + name + " in the optimizer \"" + text + "\"", e);
            }
        }

        double get(String name) {
            try {
                return Double.parseDouble(settings.getOrDefault(name, ""));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("no number " + name + " in the optimizer \"" + text + "\"", e);
            }
        }
    }
}
