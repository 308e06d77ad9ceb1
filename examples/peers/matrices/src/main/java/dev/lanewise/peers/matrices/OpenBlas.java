package dev.lanewise.peers.matrices;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;

import org.bytedeco.openblas.global.openblas;
import org.bytedeco.openblas.global.openblas_full;

/** OpenBLAS's cblas_sgemm. */
final class OpenBlas implements Multiplier {

    OpenBlas() {
        openblas.blas_set_num_threads(1);
    }

    @Override
    public String version() {
        return "OpenBLAS " + openblas_full.openblas_get_config().getString() + ", kernels for "
                + openblas_full.openblas_get_corename().getString();
    }

    @Override
    public Multiplication prepare(Product p, float[] x, float[] y) {
        int transA = p.transposedA() ? CblasTrans : CblasNoTrans;
        int transB = p.transposedB() ? CblasTrans : CblasNoTrans;
        return new OffHeap(p, x, y) {
            @Override
            public void run() {
                openblas.cblas_sgemm(
                        CblasRowMajor, transA, transB, p.m(), p.n(), p.k(), 1, a, p.lda(), b, p.ldb(), 0, c, p.n());
            }
        };
    }
}
