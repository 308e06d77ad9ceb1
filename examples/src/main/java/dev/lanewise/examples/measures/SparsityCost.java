package dev.lanewise.examples.measures;

/** What a unit's actual sparsity q costs against a target p, by three measures. */
public enum SparsityCost {
    /** The Kullback-Leibler divergence p·ln(p/q) + (1−p)·ln((1−p)/(1−q)), in nats; infinite at q = 0 and q = 1. */
    KL_DIVERGENCE {
        @Override
        public double cost(double target, double actual) {
            return target * StrictMath.log(target / actual)
                    + (1 - target) * StrictMath.log((1 - target) / (1 - actual));
        }
    },
    /** The squared error (q − p)². */
    SQUARED_ERROR {
        @Override
        public double cost(double target, double actual) {
            return (actual - target) * (actual - target);
        }
    },
    /** The absolute error |q − p|. */
    ABSOLUTE_ERROR {
        @Override
        public double cost(double target, double actual) {
            return Math.abs(actual - target);
        }
    };

    /**
     * The cost of a unit.
     *
     * @param target p, in (0, 1)
     * @param actual q, in [0, 1]
     * @return the cost, 0 at q = p
     */
    public abstract double cost(double target, double actual);
}
