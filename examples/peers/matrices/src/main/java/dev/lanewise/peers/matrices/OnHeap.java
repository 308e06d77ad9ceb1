package dev.lanewise.peers.matrices;

/** A multiplication whose result is an array. */
abstract class OnHeap implements Multiplier.Multiplication {

    final float[] c;

    OnHeap(Product product) {
        c = new float[product.m() * product.n()];
    }

    @Override
    public float[] result() {
        return c;
    }
}
