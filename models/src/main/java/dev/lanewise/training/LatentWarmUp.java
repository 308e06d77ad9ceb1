package dev.lanewise.training;

/**
 * How the latent loss of {@code @Sampling} layers comes up to its weight: in epoch e of a run, the gradients are those of a latent loss
 * with the weight beta·(from + (1 − from)·min(1, (e − 1) / epochs)) (S. Bowman et al., Generating sentences from a continuous space,
 * 2016). A decoder that has learned to use a coding keeps it; the whole latent loss from the start drives codings to say nothing
 * before anybody listens. Losses are reported with the whole latent loss all the time.
 *
 * @param from the share of the weight in the first epoch, in [0, 1]
 * @param epochs after how many epochs it is whole; 0 for at once
 */
public record LatentWarmUp(double from, int epochs) {

    /** The whole weight from the start. */
    public static final LatentWarmUp NONE = new LatentWarmUp(1, 0);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public LatentWarmUp {
        if (!(from >= 0 && from <= 1)) {
            throw new IllegalArgumentException("from must be in [0, 1], was " + from);
        }
        if (epochs < 0) {
            throw new IllegalArgumentException("epochs must be at least 0, was " + epochs);
        }
    }

    /**
     * What the weight of the latent loss is multiplied by.
     *
     * @param epoch the epoch, from 1
     * @return a number in [0, 1]
     */
    public double share(int epoch) {
        return epoch > epochs ? 1 : from + (1 - from) * (epoch - 1) / epochs;
    }

    /**
     * Both numbers as text, for {@link #parse}.
     *
     * @return such as {@code from=0.1 epochs=20}
     */
    public String text() {
        return "from=" + from + " epochs=" + epochs;
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @param text both numbers
     * @return the warm-up
     * @throws IllegalArgumentException if the text is not of that form, or a number is out of its range
     */
    public static LatentWarmUp parse(String text) {
        String[] words = text.split(" ");
        if (words.length == 2 && words[0].startsWith("from=") && words[1].startsWith("epochs=")) {
            LatentWarmUp found = new LatentWarmUp(
                    Double.parseDouble(words[0].substring(5)), Integer.parseInt(words[1].substring(7)));
            if (found.text().equals(text)) {
                return found;
            }
        }
        throw new IllegalArgumentException("not a warm-up: \"" + text + "\"");
    }
}
