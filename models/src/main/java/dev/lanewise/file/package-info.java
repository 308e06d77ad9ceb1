/** What a model is kept in: safetensors files, read strictly and written whole or not at all. */
package dev.lanewise.file;
