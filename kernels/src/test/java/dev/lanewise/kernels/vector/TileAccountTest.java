package dev.lanewise.kernels.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(value = "dev.lanewise.kernels.testing.VectorApi#isThere", disabledReason = "skipped: no Vector API")
class TileAccountTest {

    /** No product has a tile of this shape. */
    private static final int HEIGHT = 2;

    private static final int WIDTH = 5;

    @Test
    void aTileIsRareWhileFewProductsNeedItAndUntilItHasBeenCalledOften() throws InterruptedException {
        List<Integer> rare = new ArrayList<>();
        Thread thread = new Thread(() -> {
            rare.add(Math.min(1, findRare(1, 1)));
            rare.add(findRare(200_000, 2_000));
            rare.add(findRare(1_000, 1) / 100);
            rare.add(findRare(50_000, 1));
            rare.add(findRare(200_000, 2_000));
        });
        thread.start();
        thread.join();
        assertEquals(List.of(0, 100, 0, 0, 0), rare);
    }

    /** How often the tile is rare in so many products, if one in so many needs it. */
    private static int findRare(int products, int every) {
        int rare = 0;
        for (int i = 1; i <= products; i++) {
            TileAccount account = TileAccount.withProduct();
            rare += i % every == 0 && account.rare(HEIGHT, WIDTH, true, 1) ? 1 : 0;
        }
        return rare;
    }
}
