/** Charts for reports, drawn with XChart as PNG files: white, labelled axes, readable at half their size. */
@NullMarked
package dev.lanewise.examples.charts;

import org.jspecify.annotations.NullMarked;
