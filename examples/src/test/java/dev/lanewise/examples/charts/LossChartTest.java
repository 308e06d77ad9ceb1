package dev.lanewise.examples.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lanewise.examples.pictures.Lettering;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LossChartTest {
    @BeforeAll
    static void needsAFont() {
        assumeTrue(Lettering.hasFonts(), "skipped: this machine has no font");
    }

    @Test
    void pngHasTheSizeOfAllCharts() throws Exception {
        BufferedImage picture = draw(List.of(
                new Curve("training", List.of(0.05, 0.03, 0.028)),
                new Curve("validation", List.of(0.04, 0.03, 0.027))));
        assertEquals(1200, picture.getWidth());
        assertEquals(750, picture.getHeight());
    }

    @Test
    void aRunOfOneEpochAndALossOfZeroCanBeDrawn() throws Exception {
        assertEquals(1200, draw(List.of(new Curve("training", List.of(0.0)))).getWidth());
    }

    @Test
    void theRehearsalDrawsAWholeChart() throws Exception {
        assertTrue(LossChart.rehearse() > 10_000);
    }

    @Test
    void aCurveWithoutValuesIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new LossChart("", "", List.of(new Curve("a", List.of()))));
    }

    private static BufferedImage draw(List<Curve> curves) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        new LossChart("Dropout denoiser", "Mean squared error", curves).writePng(png);
        return ImageIO.read(new ByteArrayInputStream(png.toByteArray()));
    }
}
