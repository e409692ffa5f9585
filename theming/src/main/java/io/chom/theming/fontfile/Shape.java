package io.chom.theming.fontfile;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The points of an outline that stands for itself.
 *
 * @param ends the number of the last point of each contour
 * @param x to the right
 * @param y upwards
 * @param on whether the outline goes through a point
 */
record Shape(int[] ends, int[] x, int[] y, boolean[] on) {

    static final int BOX_BYTES = 8;

    private static final int ON = 0x01;
    private static final int SHORT_X = 0x02;
    private static final int SHORT_Y = 0x04;
    private static final int REPEATED = 0x08;
    private static final int SAME_X = 0x10;
    private static final int SAME_Y = 0x20;
    private static final int OVERLAPPING = 0x40;

    static Shape read(int contours, ByteBuffer points, ByteBuffer flags, ByteBuffer shapes) {
        var ends = new int[contours];
        var last = -1;
        for (var contour = 0; contour < contours; contour++) {
            last += Numbers.packedShort(points);
            DamagedFont.unless(last >= 0 && last < 0xffff);
            ends[contour] = last;
        }
        DamagedFont.unless(last < flags.remaining() && last < shapes.remaining());
        var shape = new Shape(ends, new int[last + 1], new int[last + 1], new boolean[last + 1]);
        var x = 0;
        var y = 0;
        for (var point = 0; point <= last; point++) {
            var step = Step.read(flags, shapes);
            x += step.x();
            y += step.y();
            DamagedFont.unless(x == (short) x && y == (short) y);
            shape.x[point] = x;
            shape.y[point] = y;
            shape.on[point] = step.isOn();
        }
        return shape;
    }

    int left() {
        return Arrays.stream(x).min().orElseThrow();
    }

    void writeBox(Output output) {
        output.two(left()).two(Arrays.stream(y).min().orElseThrow());
        output.two(Arrays.stream(x).max().orElseThrow())
                .two(Arrays.stream(y).max().orElseThrow());
    }

    void writeEnds(Output output) {
        for (var end : ends) {
            output.two(end);
        }
    }

    /** Flags, of which equal ones in a row are counted, then all steps to the right, then all steps upwards. */
    void writePoints(Output output, boolean isOverlapping) {
        var flags = new int[x.length];
        for (var point = 0; point < x.length; point++) {
            flags[point] = (on[point] ? ON : 0)
                    | flag(step(x, point), SHORT_X, SAME_X)
                    | flag(step(y, point), SHORT_Y, SAME_Y)
                    | (isOverlapping && point == 0 ? OVERLAPPING : 0);
        }
        writeFlags(output, flags);
        writeSteps(output, x);
        writeSteps(output, y);
    }

    private static void writeFlags(Output output, int[] flags) {
        for (var point = 0; point < flags.length; point++) {
            var again = 0;
            while (again < 0xff && point + again + 1 < flags.length && flags[point + again + 1] == flags[point]) {
                again++;
            }
            output.one(flags[point] | (again > 0 ? REPEATED : 0));
            if (again > 0) {
                output.one(again);
                point += again;
            }
        }
    }

    private static void writeSteps(Output output, int[] of) {
        for (var point = 0; point < of.length; point++) {
            var step = step(of, point);
            if (isShort(step)) {
                output.one(Math.abs(step));
            } else if (step != 0) {
                DamagedFont.unless(step == (short) step);
                output.two(step);
            }
        }
    }

    private static int step(int[] of, int point) {
        return point == 0 ? of[0] : of[point] - of[point - 1];
    }

    private static boolean isShort(int step) {
        return step != 0 && Math.abs(step) < 0x100;
    }

    /** A short step has the sign where a long one says that it is none. */
    private static int flag(int step, int small, int same) {
        if (isShort(step)) {
            return small | (step > 0 ? same : 0);
        }
        return step == 0 ? same : 0;
    }
}
