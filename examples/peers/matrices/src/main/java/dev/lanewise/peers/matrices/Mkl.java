package dev.lanewise.peers.matrices;

import static org.bytedeco.mkl.global.mkl_rt.CblasNoTrans;
import static org.bytedeco.mkl.global.mkl_rt.CblasRowMajor;
import static org.bytedeco.mkl.global.mkl_rt.CblasTrans;

import java.nio.charset.StandardCharsets;
import org.bytedeco.mkl.global.mkl_rt;

/** MKL's cblas_sgemm. */
final class Mkl implements Multiplier {

    Mkl() {
        mkl_rt.MKL_Set_Num_Threads(1);
    }

    @Override
    public String version() {
        byte[] text = new byte[200];
        mkl_rt.MKL_Get_Version_String(text, text.length);
        return new String(text, StandardCharsets.US_ASCII)
                .replaceAll("\\P{Print}", "")
                .strip();
    }

    @Override
    public Multiplication prepare(Product p, float[] x, float[] y) {
        int transA = p.transposedA() ? CblasTrans : CblasNoTrans;
        int transB = p.transposedB() ? CblasTrans : CblasNoTrans;
        return new OffHeap(p, x, y) {
            @Override
            public void run() {
                mkl_rt.cblas_sgemm(
                        CblasRowMajor, transA, transB, p.m(), p.n(), p.k(), 1, a, p.lda(), b, p.ldb(), 0, c, p.n());
            }
        };
    }
}
