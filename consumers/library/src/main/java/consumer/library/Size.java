package consumer.library;

/** Widths. */
public final class Size {

    /** Of hidden layers. */
    public static final int HIDDEN = 20;

    private Size() {}
}
