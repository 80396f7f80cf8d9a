package dev.ramify.core.rendering.color;

/** How far apart colours look: CIEDE2000, also under simulated colour-vision deficiency. */
final class ColorVision {

    /** Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB. */
    @SuppressWarnings("ImmutableEnumChecker") // The matrix is private and never written.
    enum Kind {
        NORMAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
        PROTANOPIA(
                0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
                1.051998),
        DEUTERANOPIA(
                0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940,
                0.968881),
        TRITANOPIA(
                1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367,
                0.303900);

        private final double[] matrix;

        Kind(double... matrix) {
            this.matrix = matrix;
        }

        double[] see(double[] linear) {
            double[] seen = new double[3];
            for (int row = 0; row < 3; row++) {
                for (int column = 0; column < 3; column++) {
                    seen[row] += matrix[row * 3 + column] * linear[column];
                }
                seen[row] = Math.max(0, Math.min(1, seen[row]));
            }
            return seen;
        }
    }

    private ColorVision() {}

    static double difference(String one, String other, Kind kind) {
        return ciede2000(lab(kind.see(linear(one))), lab(kind.see(linear(other))));
    }

    /** The contrast ratio of WCAG 2.2. */
    static double contrast(String one, String other) {
        double a = luminance(linear(one));
        double b = luminance(linear(other));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    static double lightness(int rgb) {
        return lab(linear("#%06x".formatted(rgb)))[0];
    }

    private static double luminance(double[] linear) {
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    private static double[] linear(String hex) {
        double[] linear = new double[3];
        for (int i = 0; i < 3; i++) {
            double c = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            linear[i] = c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
        }
        return linear;
    }

    /** CIE L*a*b* of linear sRGB, white D65. */
    private static double[] lab(double[] c) {
        double x = f((0.4124564 * c[0] + 0.3575761 * c[1] + 0.1804375 * c[2]) / 0.95047);
        double y = f(0.2126729 * c[0] + 0.7151522 * c[1] + 0.0721750 * c[2]);
        double z = f((0.0193339 * c[0] + 0.1191920 * c[1] + 0.9503041 * c[2]) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double f(double t) {
        return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }

    /** Sharma, Wu and Dalal 2005. */
    static double ciede2000(double[] one, double[] two) {
        double meanC = (Math.hypot(one[1], one[2]) + Math.hypot(two[1], two[2])) / 2;
        double g = 0.5 * (1 - Math.sqrt(seventh(meanC)));
        double a1 = one[1] * (1 + g);
        double a2 = two[1] * (1 + g);
        double c1 = Math.hypot(a1, one[2]);
        double c2 = Math.hypot(a2, two[2]);
        double h1 = hue(one[2], a1);
        double h2 = hue(two[2], a2);
        double turn = h2 - h1;
        if (c1 * c2 == 0) {
            turn = 0;
        } else if (turn > 180) {
            turn -= 360;
        } else if (turn < -180) {
            turn += 360;
        }
        double dH = 2 * Math.sqrt(c1 * c2) * sin(turn / 2);
        double l = (one[0] + two[0]) / 2;
        double c = (c1 + c2) / 2;
        double h = meanHue(h1, h2, c1 * c2 == 0);
        double t =
                1
                        - 0.17 * cos(h - 30)
                        + 0.24 * cos(2 * h)
                        + 0.32 * cos(3 * h + 6)
                        - 0.20 * cos(4 * h - 63);
        double sl = 1 + 0.015 * square(l - 50) / Math.sqrt(20 + square(l - 50));
        double sc = 1 + 0.045 * c;
        double sh = 1 + 0.015 * c * t;
        double rotation = -sin(60 * Math.exp(-square((h - 275) / 25))) * 2 * Math.sqrt(seventh(c));
        double byL = (two[0] - one[0]) / sl;
        double byC = (c2 - c1) / sc;
        double byH = dH / sh;
        return Math.sqrt(byL * byL + byC * byC + byH * byH + rotation * byC * byH);
    }

    private static double meanHue(double h1, double h2, boolean grey) {
        if (grey) {
            return h1 + h2;
        }
        if (Math.abs(h1 - h2) <= 180) {
            return (h1 + h2) / 2;
        }
        return h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2;
    }

    private static double seventh(double c) {
        return Math.pow(c, 7) / (Math.pow(c, 7) + Math.pow(25, 7));
    }

    private static double hue(double b, double a) {
        double degrees = Math.toDegrees(Math.atan2(b, a));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    private static double sin(double degrees) {
        return Math.sin(Math.toRadians(degrees));
    }

    private static double cos(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }

    private static double square(double x) {
        return x * x;
    }
}
