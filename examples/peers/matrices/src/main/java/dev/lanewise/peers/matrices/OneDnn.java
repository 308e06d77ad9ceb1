package dev.lanewise.peers.matrices;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.stream;

/** oneDNN's matmul primitive, made once for each product. */
final class OneDnn implements Multiplier {

    private final engine cpu = new engine(engine.kind.cpu, 0);
    private final stream stream = new stream(cpu);

    @Override
    public String version() {
        var version = dnnl.dnnl_version();
        return "oneDNN %d.%d.%d, instruction set 0x%x"
                .formatted(version.major(), version.minor(), version.patch(), dnnl.dnnl_get_effective_cpu_isa());
    }

    @Override
    public Multiplication prepare(Product p, float[] a, float[] b) {
        return new Matmul(p, a, b);
    }

    private final class Matmul extends OffHeap {

        private final matmul primitive;
        private final memory[] memories;
        private final dnnl_exec_arg_t arguments = new dnnl_exec_arg_t(3);

        Matmul(Product p, float[] x, float[] y) {
            super(p, x, y);
            memory.desc aShape = matrix(p.m(), p.k(), p.lda(), p.transposedA());
            memory.desc bShape = matrix(p.k(), p.n(), p.ldb(), p.transposedB());
            memory.desc cShape = matrix(p.m(), p.n(), p.n(), false);
            primitive = new matmul(new matmul.primitive_desc(cpu, aShape, bShape, cShape));
            memories =
                    new memory[] {new memory(aShape, cpu, a), new memory(bShape, cpu, b), new memory(cShape, cpu, c)};
            int[] names = {DNNL_ARG_SRC, DNNL_ARG_WEIGHTS, DNNL_ARG_DST};
            for (int i = 0; i < names.length; i++) {
                arguments.position(i).arg(names[i]).memory(memories[i].get());
            }
            arguments.position(0);
        }

        private static memory.desc matrix(int rows, int columns, int ld, boolean transposed) {
            long[] strides = transposed ? new long[] {1, ld} : new long[] {ld, 1};
            return new memory.desc(new long[] {rows, columns}, memory.data_type.f32, strides);
        }

        @Override
        public void run() {
            dnnl.dnnl_primitive_execute(primitive.get(), stream.get(), 3, arguments);
        }
    }
}
