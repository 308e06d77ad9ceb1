package dev.lanewise.peers.matrices;

import org.bytedeco.javacpp.FloatPointer;

/** A multiplication of operands in native memory, which no copy is made of when it runs. */
abstract class OffHeap implements Multiplier.Multiplication {

    final FloatPointer a;
    final FloatPointer b;
    final FloatPointer c;

    OffHeap(Product product, float[] a, float[] b) {
        this.a = new FloatPointer(a);
        this.b = new FloatPointer(b);
        this.c = new FloatPointer((long) product.m() * product.n());
    }

    @Override
    public float[] result() {
        float[] result = new float[(int) c.limit()];
        c.get(result);
        return result;
    }

    @Override
    public void close() {
        a.close();
        b.close();
        c.close();
    }
}
