package dev.ramify.numerics.linear;

/**
 * A symmetric matrix in tridiagonal form, and the reflections that brought it there (Householder
 * 1958).
 *
 * @param form the matrix after all reflections
 * @param normals of the mirrors, in order, divided by their lengths and times the root of 2; zero
 *     where nothing was to be done
 */
record Reflections(Tridiagonal form, double[][] normals) {

    /**
     * Reduce.
     *
     * @param matrix symmetric; changed on the way
     */
    static Reflections of(double[][] matrix) {
        int size = matrix.length;
        double[] beside = new double[size - 1];
        double[][] normals = new double[Math.max(0, size - 2)][size];
        for (int k = 0; k < normals.length; k++) {
            beside[k] = mirror(matrix[k], k + 1, normals[k]);
            reflect(matrix, k + 1, normals[k]);
        }
        double[] diagonal = new double[size];
        for (int i = 0; i < size; i++) {
            diagonal[i] = matrix[i][i];
        }
        if (size > 1) {
            beside[size - 2] = matrix[size - 2][size - 1];
        }
        return new Reflections(new Tridiagonal(diagonal, beside), normals);
    }

    /** Find the mirror that leaves only the first of the entries; return what that becomes. */
    private static double mirror(double[] row, int from, double[] normal) {
        double rest = 0;
        for (int j = from + 1; j < row.length; j++) {
            rest += row[j] * row[j];
        }
        if (!(rest > 0)) {
            return row[from];
        }
        double length = Math.sqrt(rest + row[from] * row[from]);
        double first = row[from] > 0 ? -length : length;
        System.arraycopy(row, from, normal, from, row.length - from);
        normal[from] -= first;
        Vectors.scale(Math.sqrt(2 / (rest + normal[from] * normal[from])), normal);
        return first;
    }

    /** Reflect rows and columns, which changes the matrix by one of rank two. */
    private static void reflect(double[][] matrix, int from, double[] normal) {
        int size = matrix.length;
        double[] image = new double[size];
        Vectors.combine(normal, matrix, size, from, image);
        double half = Vectors.dot(normal, image) / 2;
        Vectors.add(-half, normal, image);
        for (int i = from; i < size; i++) {
            double[] row = matrix[i];
            double own = normal[i];
            double other = image[i];
            for (int j = from; j < size; j++) {
                row[j] -= own * image[j] + other * normal[j];
            }
        }
    }

    /** Turn an eigenvector of the form into one of the matrix. */
    void back(double[] vector) {
        for (int k = normals.length - 1; k >= 0; k--) {
            Vectors.add(-Vectors.dot(normals[k], vector), normals[k], vector);
        }
    }
}
