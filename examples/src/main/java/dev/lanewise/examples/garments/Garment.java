package dev.lanewise.examples.garments;

import java.util.function.BiConsumer;

/** The ten classes, in the order of their labels: those of Fashion-MNIST. */
public enum Garment {
    T_SHIRT("T-shirt", Tops::tShirt),
    TROUSER("Trouser", Trousers::trousers),
    PULLOVER("Pullover", Tops::pullover),
    DRESS("Dress", Dresses::dress),
    COAT("Coat", Tops::coat),
    SANDAL("Sandal", Shoes::sandal),
    SHIRT("Shirt", Tops::shirt),
    SNEAKER("Sneaker", Shoes::sneaker),
    BAG("Bag", Bags::bag),
    ANKLE_BOOT("Ankle boot", Shoes::boot);

    private final String title;
    private final BiConsumer<Canvas, Dice> tailor;

    Garment(String title, BiConsumer<Canvas, Dice> tailor) {
        this.title = title;
        this.tailor = tailor;
    }

    /** The name a reader sees, such as {@code Ankle boot}. */
    public String title() {
        return title;
    }

    void draw(Canvas canvas, Dice dice) {
        tailor.accept(canvas, dice);
    }
}
