package dev.lanewise.peers.matrices;

import org.ejml.EjmlVersion;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;

/** EJML's operations on row-major matrices of floats, which choose a way of their own by the size. */
final class Ejml implements Multiplier {

    @Override
    public String version() {
        return "EJML " + EjmlVersion.VERSION;
    }

    @Override
    public Multiplication prepare(Product p, float[] x, float[] y) {
        FMatrixRMaj a = FMatrixRMaj.wrap(x.length / p.lda(), p.lda(), x);
        FMatrixRMaj b = FMatrixRMaj.wrap(y.length / p.ldb(), p.ldb(), y);
        return new OnHeap(p) {

            private final FMatrixRMaj result = FMatrixRMaj.wrap(p.m(), p.n(), c);

            @Override
            public void run() {
                switch (p.pass()) {
                    case FORWARD -> CommonOps_FDRM.mult(a, b, result);
                    case DX -> CommonOps_FDRM.multTransB(a, b, result);
                    case DW -> CommonOps_FDRM.multTransA(a, b, result);
                }
            }
        };
    }
}
