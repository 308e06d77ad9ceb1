package dev.lanewise.examples.findings;

import java.util.Locale;

/**
 * A number and what it says.
 *
 * @param key its name for programs, such as {@code mean_activation}
 * @param label its name for people
 * @param value the number
 * @param form how it is written
 */
public record Finding(String key, String label, double value, Form form) {

    /** How a number is written. */
    public enum Form {
        /** A loss or an error. */
        ERROR("%.8f", "%.6f"),
        /** Another number with a fraction. */
        NUMBER("%.6f", "%.4f"),
        /** A share from 0 to 1, shown in percent. */
        SHARE("%.6f", "%.1f %%") {
            @Override
            public String shown(double value) {
                return super.shown(100 * value);
            }
        },
        /** A whole number. */
        COUNT("%.0f", "%,.0f");

        private final String written;
        private final String shown;

        Form(String written, String shown) {
            this.written = written;
            this.shown = shown;
        }

        /**
         * A number for programs.
         *
         * @param value the number
         * @return its text
         */
        public String written(double value) {
            return String.format(Locale.ROOT, written, value);
        }

        /**
         * A number for people.
         *
         * @param value the number
         * @return its text, with its unit
         */
        public String shown(double value) {
            return String.format(Locale.ROOT, shown, value);
        }
    }

    /**
     * The value for programs.
     *
     * @return its text
     */
    public String written() {
        return form.written(value);
    }

    /**
     * The value for people.
     *
     * @return its text, with its unit
     */
    public String shown() {
        return form.shown(value);
    }
}
