/** Functions of a user's own: what marks them, and what they are made of. */
package dev.lanewise.function;
