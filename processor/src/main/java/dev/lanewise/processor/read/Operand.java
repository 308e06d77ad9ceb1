package dev.lanewise.processor.read;

import dev.lanewise.processor.function.Expression;
import dev.lanewise.processor.function.Expressions;
import dev.lanewise.processor.function.Op;

/** What an expression in a method's body is worth, by its type in Java. */
sealed interface Operand {

    /** A float. */
    record Single(Expression expression) implements Operand {}

    /** A constant int. */
    record Whole(int value) implements Operand {}

    /** An int that depends on a condition. */
    record Chosen(Expression expression) implements Operand {}

    /** A constant double. */
    record Wide(double value) implements Operand {}

    /** A boolean. */
    record Truth(Condition condition) implements Operand {}

    /** Something that has been complained of, or that javac will complain of. */
    record Unknown() implements Operand {}

    /** A condition, and what it makes of two values. */
    sealed interface Condition {

        /** {@code this ? p : q}. */
        Expression choose(Expressions pool, Expression p, Expression q);
    }

    /** A comparison that {@link Op} has. */
    record Test(Op op, Expression a, Expression b) implements Condition {

        @Override
        public Expression choose(Expressions pool, Expression p, Expression q) {
            return pool.of(op, a, b, p, q);
        }
    }

    /** A condition that does not depend on anything. */
    record Known(boolean value) implements Condition {

        @Override
        public Expression choose(Expressions pool, Expression p, Expression q) {
            return value ? p : q;
        }
    }

    /** !a: of a comparison with NaN not the opposite comparison. */
    record Not(Condition a) implements Condition {

        @Override
        public Expression choose(Expressions pool, Expression p, Expression q) {
            return a.choose(pool, q, p);
        }
    }

    /** a &amp;&amp; b. */
    record Both(Condition a, Condition b) implements Condition {

        @Override
        public Expression choose(Expressions pool, Expression p, Expression q) {
            return a.choose(pool, b.choose(pool, p, q), q);
        }
    }

    /** a || b. */
    record Either(Condition a, Condition b) implements Condition {

        @Override
        public Expression choose(Expressions pool, Expression p, Expression q) {
            return a.choose(pool, p, b.choose(pool, p, q));
        }
    }
}
