package dev.lanewise.kernels.vector;

/**
 * A thread's account of how often its products need a tile. A method on vectors allocates until C2 has compiled it, and what is called
 * once an epoch (for the smaller last batch, say) may never be; such tiles are computed in {@linkplain #plain plain loops}. A
 * tile that has been called often enough to be compiled is never rare again.
 */
final class TileAccount {

    /** A tile that takes part in fewer than one in so many products is rare: less often than once a step in any but the largest model. */
    private static final int RARE = 512;

    /** So many products of a thread pass before any tile is; so the first ones get all tiles compiled. */
    private static final int START = 128;

    /** After so many products all counts are halved, so that what was rare can become frequent. */
    private static final int WINDOW = 16 * 1024;

    /** Calls of a tile after which C2 has it on its list. */
    private static final int COMPILED = 16 * 1024;

    /** Uses enough for a tile not to be rare in any window. */
    private static final int MANY = 1 << 20;

    /**
     * So many products lie between two looks at what has changed. A product has no branch of its own for that: where one has never been
     * taken C2 leaves a trap, and when a product gets into it, what it was compiled to is thrown away.
     */
    private static final int LOOKS = 64;

    private static final int WIDTHS = 8;
    private static final int TILES = 2 * 17 * WIDTHS;

    private static final ThreadLocal<TileAccount> ACCOUNT = ThreadLocal.withInitial(TileAccount::new);

    /** {@link #MANY} for tiles that have had as many calls in a thread: written by any, and read without care, as it decides about time alone. */
    private static final int[] FREQUENT = new int[TILES];

    /** What computes rare tiles. */
    final PlainTiles plain = new PlainTiles();

    private int products;
    private int untilLook = LOOKS;
    private final int[] uses = new int[TILES];
    private final int[] calls = new int[TILES];

    private TileAccount() {}

    /** The calling thread's account, with one more product on it. */
    static TileAccount withProduct() {
        TileAccount account = ACCOUNT.get();
        account.products++;
        if (--account.untilLook == 0) {
            account.look();
        }
        return account;
    }

    private void look() {
        untilLook = LOOKS;
        for (int tile = 0; tile < TILES; tile++) {
            if (calls[tile] >= COMPILED) {
                calls[tile] = 0;
                FREQUENT[tile] = MANY;
            }
        }
        if (products >= WINDOW) {
            products /= 2;
            for (int tile = 0; tile < TILES; tile++) {
                uses[tile] /= 2;
            }
        }
    }

    /**
     * Whether a tile is rare; notes that a product needs it, so many times.
     *
     * @param height up to 16 rows; 0 for all of C's, by {@link LongRow} (one vector at a time) and {@link ShortSums} (two)
     * @param width up to 7 vectors
     * @param transposed whether A is given as Aᵀ
     */
    boolean rare(int height, int width, boolean transposed, int times) {
        int tile = (transposed ? TILES / 2 : 0) + height * WIDTHS + width;
        uses[tile] = Math.min(uses[tile] + 1, MANY);
        if ((uses[tile] + FREQUENT[tile]) * RARE < products - START) {
            return true;
        }
        calls[tile] += times;
        return false;
    }
}
