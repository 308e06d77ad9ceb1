package dev.lanewise.examples.pictures;

import java.awt.Graphics2D;
import java.util.HexFormat;

/** A font of 5 × 7 dots, for machines that have none. What it has no glyph for is drawn as a question mark. */
final class DotFont {
    private static final int COLUMNS = 5;
    private static final int ROWS = 7;
    /** Dots from one glyph to the next. */
    private static final int ADVANCE = COLUMNS + 1;

    private static final String GLYPHS = " %()+,-./0123456789:=?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /** Seven bytes a glyph, from the top; the dots of a row in the low five bits, the leftmost the highest. */
    private static final byte[] DOTS = HexFormat.of()
            .parseHex(""
                    + "000000000000001819020408130302040808080402080402020204080004041f040400000000000c04080000001f00000000000000000c0c"
                    + "000102040810000e11131519110e040c040404040e0e11010608101f1f02040201110e02060a121f02021f101e0101110e0608101e11110e"
                    + "1f0102040808080e11110e11110e0e11110f01020c000c0c000c0c0000001f001f00000e1101020400040e11111f1111111e11111e11111e"
                    + "0e11101010110e1e11111111111e1f10101e10101f1f10101e1010100e11101711110e1111111f1111110e04040404040e0702020202120c"
                    + "111214181412111010101010101f111b1515111111111915131111110e11111111110e1e11111e1010100e11111115120d1e11111e141211"
                    + "0f10100e01011e1f0404040404041111111111110e11111111110a041111111515150a11110a040a111111110a040404041f01020408101f"
                    + "00000e010f110f10101e1111111e00000f1010100f01010f1111110f00000e111f100e06081e08080808000f11110f010e10101e11111111"
                    + "04000c0404040e0200060202120c101012141814120c04040404040e00001a1515151500001e1111111100000e1111110e001e11111e1010"
                    + "000f11110f01010000161810101000000f100e011e08081e080808060000111111110f00001111110a040000111515150a0000110a040a11"
                    + "001111110f010e00001f0204081f");

    private DotFont() {}

    private static int dot(int size) {
        return Math.max(1, size / (ROWS + 1));
    }

    static int width(String text, int size) {
        return text.length() * ADVANCE * dot(size);
    }

    static void draw(Graphics2D graphics, String text, int x, int y, int size) {
        int dot = dot(size);
        for (int i = 0; i < text.length(); i++) {
            int glyph = glyph(text.charAt(i));
            for (int row = 0; row < ROWS; row++) {
                for (int column = 0; column < COLUMNS; column++) {
                    if ((DOTS[glyph * ROWS + row] >> (COLUMNS - 1 - column) & 1) == 1) {
                        graphics.fillRect(x + (i * ADVANCE + column) * dot, y + row * dot, dot, dot);
                    }
                }
            }
        }
    }

    private static int glyph(char character) {
        char drawn = switch (character) {
            case '\u2212', '\u2013' -> '-';
            case '\u2026' -> '.';
            default -> character;
        };
        int glyph = GLYPHS.indexOf(drawn);
        return glyph < 0 ? GLYPHS.indexOf('?') : glyph;
    }
}
