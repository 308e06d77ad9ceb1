package dev.lanewise.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.AutoencoderModel;
import dev.lanewise.training.History;
import dev.lanewise.training.TrainingProgress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {
    private final StringWriter text = new StringWriter();

    @Test
    void aLogGetsOneLineAnEpoch() {
        ProgressDisplay display = new ProgressDisplay(new PrintWriter(text), false);
        display.stepEnded(new At(1));
        display.stepEnded(new At(2));
        display.epochEnded(new At(2), epoch());
        assertEquals(
                "epoch  3/10  loss 0.03125  val_loss 0.01250  1.5 s  36,667 images/s" + System.lineSeparator(),
                text.toString());
    }

    @Test
    void aTerminalLineIsWrittenOver() {
        ProgressDisplay display = new ProgressDisplay(new PrintWriter(text), true);
        display.epochEnded(new At(2), epoch());
        assertTrue(text.toString().startsWith("\repoch  3/10  loss 0.03125"), text.toString());
        assertEquals(80 + System.lineSeparator().length(), text.toString().length());
    }

    private static History.Epoch epoch() {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("loss", 0.03125);
        figures.put("mse", 0.03);
        figures.put("val_loss", 0.0125);
        figures.put("val_mse", 0.01);
        return new History.Epoch(3, figures, 1.5, 36_667);
    }

    /** Epoch 3 of 10, some step of 2. */
    private record At(int step) implements TrainingProgress {
        @Override
        public int epoch() {
            return 3;
        }

        @Override
        public int epochs() {
            return 10;
        }

        @Override
        public int steps() {
            return 2;
        }

        @Override
        public double loss() {
            return 0.03;
        }

        @Override
        public int rows() {
            return 32 * step;
        }

        @Override
        public AutoencoderModel snapshot() {
            throw new UnsupportedOperationException("not needed to show progress");
        }

        @Override
        public void stop() {
            throw new UnsupportedOperationException("not needed to show progress");
        }
    }
}
