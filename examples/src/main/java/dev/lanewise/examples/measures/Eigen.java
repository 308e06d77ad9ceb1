package dev.lanewise.examples.measures;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by cyclic Jacobi rotations (Golub and Van Loan, "Matrix
 * Computations", 4th edition, section 8.5).
 *
 * @param values the eigenvalues, in no order
 * @param vectors in column i the eigenvector of value i, of length 1
 */
record Eigen(double[] values, double[][] vectors) {
    private static final int SWEEPS = 60;

    /** Decomposes a symmetric matrix, which is overwritten. */
    static Eigen of(double[][] a) {
        int n = a.length;
        double[][] vectors = new double[n][n];
        for (int i = 0; i < n; i++) {
            vectors[i][i] = 1;
        }
        double small = 1e-30 * squares(a, true);
        for (int sweep = 0; sweep < SWEEPS && squares(a, false) > small; sweep++) {
            for (int p = 0; p < n - 1; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(a, vectors, p, q);
                }
            }
        }
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = a[i][i];
        }
        return new Eigen(values, vectors);
    }

    /** The sum of the squares of the elements, those on the diagonal only where asked for. */
    private static double squares(double[][] a, boolean diagonal) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                sum += i == j && !diagonal ? 0 : a[i][j] * a[i][j];
            }
        }
        return sum;
    }

    /** Makes a[p][q] zero by a rotation of rows and columns p and q. */
    private static void rotate(double[][] a, double[][] vectors, int p, int q) {
        if (a[p][q] == 0) {
            return;
        }
        double tau = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double tangent = (tau < 0 ? -1 : 1) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
        double cosine = 1 / Math.sqrt(1 + tangent * tangent);
        double sine = tangent * cosine;
        for (int k = 0; k < a.length; k++) {
            double akp = a[k][p];
            double akq = a[k][q];
            a[k][p] = cosine * akp - sine * akq;
            a[k][q] = sine * akp + cosine * akq;
            double vkp = vectors[k][p];
            double vkq = vectors[k][q];
            vectors[k][p] = cosine * vkp - sine * vkq;
            vectors[k][q] = sine * vkp + cosine * vkq;
        }
        for (int k = 0; k < a.length; k++) {
            double apk = a[p][k];
            double aqk = a[q][k];
            a[p][k] = cosine * apk - sine * aqk;
            a[q][k] = sine * apk + cosine * aqk;
        }
    }

    /** Eigenvector i, with the sign that makes its largest component positive. */
    double[] vector(int i) {
        double[] vector = new double[values.length];
        int largest = 0;
        for (int k = 0; k < vector.length; k++) {
            vector[k] = vectors[k][i];
            largest = Math.abs(vector[k]) > Math.abs(vector[largest]) ? k : largest;
        }
        if (vector[largest] < 0) {
            for (int k = 0; k < vector.length; k++) {
                vector[k] = -vector[k];
            }
        }
        return vector;
    }
}
