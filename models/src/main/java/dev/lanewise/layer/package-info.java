/** The layers of the language: one annotation each, put on an abstract method of an encoder or decoder. */
package dev.lanewise.layer;
