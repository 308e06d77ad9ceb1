/**
 * What generated models are made of: parameters, buffers, passes, and the loop that drives them.
 *
 * <p>Public because generated classes live in the user's package. Code written by hand uses {@link
 * dev.lanewise.AutoencoderModel} instead.
 */
package dev.lanewise.runtime;
