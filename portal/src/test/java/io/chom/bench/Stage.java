package io.chom.bench;

import java.util.List;

/** A part of the bench that can be run alone. */
interface Stage {

    /**
     * Measures.
     *
     * @param readings takes what was read off, for the report
     */
    List<Figure> measure(World world, Options options, List<String> readings) throws Exception;
}
