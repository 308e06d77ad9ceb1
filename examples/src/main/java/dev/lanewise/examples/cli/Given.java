package dev.lanewise.examples.cli;

import dev.lanewise.AutoencoderModel;
import dev.lanewise.ConditionalAutoencoderModel;
import dev.lanewise.Matrix;
import dev.lanewise.data.DataSet;

/** What a model makes of data: of its rows, and of their conditions where the model takes some. */
final class Given {
    private Given() {}

    static Matrix encode(AutoencoderModel model, DataSet data) {
        return model instanceof ConditionalAutoencoderModel conditional
                ? conditional.encode(data.matrix(), data.conditions(0, data.rows()))
                : model.encode(data.matrix());
    }

    static Matrix reconstruct(AutoencoderModel model, DataSet data) {
        return model instanceof ConditionalAutoencoderModel conditional
                ? conditional.reconstruct(data.matrix(), data.conditions(0, data.rows()))
                : model.reconstruct(data.matrix());
    }

    static Matrix reconstruct(AutoencoderModel model, DataSet data, long seed) {
        return model instanceof ConditionalAutoencoderModel conditional
                ? conditional.reconstruct(data.matrix(), data.conditions(0, data.rows()), seed)
                : model.reconstruct(data.matrix(), seed);
    }
}
