package dev.lanewise.examples.pictures;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;

/**
 * Text in pictures: with the machine's sans-serif font, or, where Java finds no font (a slim container has neither
 * fontconfig nor a font file), with {@link DotFont}.
 */
public final class Lettering {
    private static final boolean FONTS = probe();
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private Lettering() {}

    /**
     * Whether Java can draw text with a font of this machine.
     *
     * @return whether there are fonts
     */
    public static boolean hasFonts() {
        return FONTS;
    }

    private static boolean probe() {
        Graphics2D graphics = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY).createGraphics();
        try {
            graphics.setFont(font(8));
            graphics.drawString("a", 0, 8);
            return true;
        } catch (RuntimeException | LinkageError | InternalError e) {
            // Java's answers to "no font", depending on what is missing: fontconfig, a font file, or libfreetype.
            return false;
        } finally {
            graphics.dispose();
        }
    }

    private static Font font(int size) {
        return new Font(Font.SANS_SERIF, Font.PLAIN, size);
    }

    /** Width in pixels of a text that is {@code size} pixels high. */
    static int width(String text, int size) {
        if (text.isEmpty()) {
            return 0;
        }
        return FONTS
                ? (int) Math.ceil(font(size).getStringBounds(text, CONTEXT).getWidth())
                : DotFont.width(text, size);
    }

    /** Draws a text in the graphics' colour; (x, y) is its upper left corner. */
    static void draw(Graphics2D graphics, String text, int x, int y, int size) {
        if (text.isEmpty()) {
            return;
        }
        if (FONTS) {
            graphics.setFont(font(size));
            graphics.drawString(text, x, y + Math.round(0.8f * size));
        } else {
            DotFont.draw(graphics, text, x, y, size);
        }
    }
}
