package dev.ramify.numerics.embedding;

/**
 * Fourier transforms of many columns side by side, in place: of rows whose number is a power of two
 * or three times one. Frequencies stay in the order in which decimation leaves them; {@link
 * #inverse} takes them in that order, which is all that a convolution needs.
 */
final class Fourier {

    private static final double SIN_60 = Math.sqrt(3) / 2;

    private final int length;
    private final double[] cosines;
    private final double[] sines;

    Fourier(int length) {
        this.length = length;
        this.cosines = new double[length];
        this.sines = new double[length];
        for (int k = 0; k < length; k++) {
            cosines[k] = Math.cos(2 * Math.PI * k / length);
            sines[k] = -Math.sin(2 * Math.PI * k / length);
        }
    }

    /** Return the least length that can be transformed and is at least as great. */
    static int lengthFrom(int least) {
        int power = 8;
        while (power < least) {
            power *= 2;
        }
        return power / 4 * 3 >= least ? power / 4 * 3 : power;
    }

    int length() {
        return length;
    }

    /**
     * Transform.
     *
     * @param re real parts {@code [length][columns]}
     * @param im imaginary parts
     */
    void forward(double[][] re, double[][] im) {
        int block = length;
        if (block % 3 == 0) {
            block /= 3;
            for (int p = 0; p < block; p++) {
                split3(re, im, p, block);
            }
        }
        while (block > 1) {
            int quarter = block / 4;
            for (int from = 0; from < length; from += block) {
                if (block == 2) {
                    twofold(re[from], im[from], re[from + 1], im[from + 1]);
                } else {
                    for (int p = 0; p < quarter; p++) {
                        split4(re, im, from + p, quarter, p * (length / block));
                    }
                }
            }
            block = block == 2 ? 1 : quarter;
        }
    }

    /** Transform back, without the division by the length. */
    void inverse(double[][] re, double[][] im) {
        int third = length % 3 == 0 ? length / 3 : length;
        int block = 1;
        if (Integer.numberOfTrailingZeros(third) % 2 == 1) {
            block = 2;
            for (int from = 0; from < length; from += 2) {
                twofold(re[from], im[from], re[from + 1], im[from + 1]);
            }
        }
        while (block < third) {
            int quarter = block;
            block *= 4;
            for (int from = 0; from < length; from += block) {
                for (int p = 0; p < quarter; p++) {
                    join4(re, im, from + p, quarter, p * (length / block));
                }
            }
        }
        if (third < length) {
            for (int p = 0; p < third; p++) {
                join3(re, im, p, third);
            }
        }
    }

    private static void twofold(double[] ar, double[] ai, double[] br, double[] bi) {
        for (int i = 0; i < ar.length; i++) {
            double r = ar[i] - br[i];
            double m = ai[i] - bi[i];
            ar[i] += br[i];
            ai[i] += bi[i];
            br[i] = r;
            bi[i] = m;
        }
    }

    private void split4(double[][] re, double[][] im, int at, int quarter, int turn) {
        double[] ar = re[at];
        double[] ai = im[at];
        double[] br = re[at + quarter];
        double[] bi = im[at + quarter];
        double[] cr = re[at + 2 * quarter];
        double[] ci = im[at + 2 * quarter];
        double[] dr = re[at + 3 * quarter];
        double[] di = im[at + 3 * quarter];
        double c1 = cosines[turn];
        double s1 = sines[turn];
        double c2 = cosines[2 * turn];
        double s2 = sines[2 * turn];
        double c3 = cosines[3 * turn];
        double s3 = sines[3 * turn];
        for (int i = 0; i < ar.length; i++) {
            double sr = ar[i] + cr[i];
            double si = ai[i] + ci[i];
            double tr = ar[i] - cr[i];
            double ti = ai[i] - ci[i];
            double ur = br[i] + dr[i];
            double ui = bi[i] + di[i];
            double vr = br[i] - dr[i];
            double vi = bi[i] - di[i];
            ar[i] = sr + ur;
            ai[i] = si + ui;
            br[i] = (sr - ur) * c2 - (si - ui) * s2;
            bi[i] = (sr - ur) * s2 + (si - ui) * c2;
            cr[i] = (tr + vi) * c1 - (ti - vr) * s1;
            ci[i] = (tr + vi) * s1 + (ti - vr) * c1;
            dr[i] = (tr - vi) * c3 - (ti + vr) * s3;
            di[i] = (tr - vi) * s3 + (ti + vr) * c3;
        }
    }

    private void join4(double[][] re, double[][] im, int at, int quarter, int turn) {
        double[] ar = re[at];
        double[] ai = im[at];
        double[] br = re[at + quarter];
        double[] bi = im[at + quarter];
        double[] cr = re[at + 2 * quarter];
        double[] ci = im[at + 2 * quarter];
        double[] dr = re[at + 3 * quarter];
        double[] di = im[at + 3 * quarter];
        double c1 = cosines[turn];
        double s1 = -sines[turn];
        double c2 = cosines[2 * turn];
        double s2 = -sines[2 * turn];
        double c3 = cosines[3 * turn];
        double s3 = -sines[3 * turn];
        for (int i = 0; i < ar.length; i++) {
            double xr = br[i] * c2 - bi[i] * s2;
            double xi = br[i] * s2 + bi[i] * c2;
            double yr = cr[i] * c1 - ci[i] * s1;
            double yi = cr[i] * s1 + ci[i] * c1;
            double zr = dr[i] * c3 - di[i] * s3;
            double zi = dr[i] * s3 + di[i] * c3;
            double sr = ar[i] + xr;
            double si = ai[i] + xi;
            double tr = ar[i] - xr;
            double ti = ai[i] - xi;
            ar[i] = sr + yr + zr;
            ai[i] = si + yi + zi;
            cr[i] = sr - yr - zr;
            ci[i] = si - yi - zi;
            br[i] = tr - (yi - zi);
            bi[i] = ti + (yr - zr);
            dr[i] = tr + (yi - zi);
            di[i] = ti - (yr - zr);
        }
    }

    private void split3(double[][] re, double[][] im, int at, int third) {
        double[] ar = re[at];
        double[] ai = im[at];
        double[] br = re[at + third];
        double[] bi = im[at + third];
        double[] cr = re[at + 2 * third];
        double[] ci = im[at + 2 * third];
        double c1 = cosines[at];
        double s1 = sines[at];
        double c2 = cosines[2 * at];
        double s2 = sines[2 * at];
        for (int i = 0; i < ar.length; i++) {
            double sr = br[i] + cr[i];
            double si = bi[i] + ci[i];
            double mr = ar[i] - sr / 2;
            double mi = ai[i] - si / 2;
            double tr = SIN_60 * (bi[i] - ci[i]);
            double ti = -SIN_60 * (br[i] - cr[i]);
            ar[i] += sr;
            ai[i] += si;
            br[i] = (mr + tr) * c1 - (mi + ti) * s1;
            bi[i] = (mr + tr) * s1 + (mi + ti) * c1;
            cr[i] = (mr - tr) * c2 - (mi - ti) * s2;
            ci[i] = (mr - tr) * s2 + (mi - ti) * c2;
        }
    }

    private void join3(double[][] re, double[][] im, int at, int third) {
        double[] ar = re[at];
        double[] ai = im[at];
        double[] br = re[at + third];
        double[] bi = im[at + third];
        double[] cr = re[at + 2 * third];
        double[] ci = im[at + 2 * third];
        double c1 = cosines[at];
        double s1 = -sines[at];
        double c2 = cosines[2 * at];
        double s2 = -sines[2 * at];
        for (int i = 0; i < ar.length; i++) {
            double xr = br[i] * c1 - bi[i] * s1;
            double xi = br[i] * s1 + bi[i] * c1;
            double yr = cr[i] * c2 - ci[i] * s2;
            double yi = cr[i] * s2 + ci[i] * c2;
            double mr = ar[i] - (xr + yr) / 2;
            double mi = ai[i] - (xi + yi) / 2;
            double tr = SIN_60 * (xi - yi);
            double ti = -SIN_60 * (xr - yr);
            ar[i] += xr + yr;
            ai[i] += xi + yi;
            br[i] = mr - tr;
            bi[i] = mi - ti;
            cr[i] = mr + tr;
            ci[i] = mi + ti;
        }
    }
}
