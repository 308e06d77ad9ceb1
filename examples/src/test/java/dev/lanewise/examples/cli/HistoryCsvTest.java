package dev.lanewise.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.training.History;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryCsvTest {
    @Test
    void everyFigureIsAColumnInItsOrderWhateverTheLocale() throws Exception {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("loss", 0.1);
        figures.put("mse", 0.09);
        figures.put("kl_sparsity", 0.010000000000000009);
        figures.put("val_loss", 1e-5);
        History history = new History(List.of(new History.Epoch(1, figures, 1234.5678, 81_234.4)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            HistoryCsv.write(history, out);
        } finally {
            Locale.setDefault(before);
        }
        assertEquals(
                "epoch,loss,mse,kl_sparsity,val_loss,seconds,images_per_second\n"
                        + "1,0.1,0.09,0.010000000000000009,1.0E-5,1234.568,81234\n",
                out.toString(StandardCharsets.UTF_8));
    }
}
