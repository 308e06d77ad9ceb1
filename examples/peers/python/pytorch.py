"""The examples in PyTorch: python pytorch.py --data FOLDER [--threads N] [--mode eager|nadam|compile]

eager: fused Adam. nadam: NAdam, as most people would run it. compile: torch.compile, once for each batch size, and fused Adam.
"""

import math

import torch
from torch import nn

import examples


class Autoencoder(nn.Module):
    def __init__(self, corruption, encoder, codings, decoder):
        super().__init__()
        self.corruption = corruption
        self.codings = codings
        self.encoder, width = stack(examples.PIXELS, encoder)
        if codings == "sampled":
            self.mean = linear(width, examples.SAMPLED_CODINGS)
            self.log_variance = linear(width, examples.SAMPLED_CODINGS)
            width = examples.SAMPLED_CODINGS
        self.decoder, _ = stack(width, decoder)

    def loss(self, clean):
        x = clean
        if self.corruption == "dropout":
            x = nn.functional.dropout(x, examples.DROPOUT_RATE)
        elif self.corruption == "gaussian":
            x = x + examples.GAUSSIAN_DEVIATION * torch.randn_like(x)
        codings, penalty = self.penalized(self.encoder(x))
        return nn.functional.mse_loss(self.decoder(codings), clean) + penalty

    def penalized(self, a):
        rows = a.shape[0]
        if self.codings == "l1":
            return a, examples.L1 * a.abs().sum() / rows
        if self.codings == "kl":
            q, p = a.mean(0), examples.KL_TARGET
            divergence = p * (math.log(p) - torch.log(q)) + (1 - p) * (math.log1p(-p) - torch.log1p(-q))
            return a, examples.KL_WEIGHT * divergence.sum() / rows
        if self.codings == "sampled":
            mean, log_variance = self.mean(a), self.log_variance(a)
            z = mean + torch.exp(log_variance / 2) * torch.randn_like(mean)
            latent = -0.5 * (1 + log_variance - torch.exp(log_variance) - mean**2).sum()
            return z, latent / rows / examples.PIXELS
        return a, 0.0


def stack(width, layers):
    modules = []
    for units, activation in layers:
        modules.append(linear(width, units))
        if activation == "relu":
            modules.append(nn.ReLU())
        elif activation == "sigmoid":
            modules.append(nn.Sigmoid())
        width = units
    return nn.Sequential(*modules), width


def linear(inputs, units):
    layer = nn.Linear(inputs, units)
    nn.init.xavier_uniform_(layer.weight)
    nn.init.zeros_(layer.bias)
    return layer


def trainer(model, mode):
    if mode == "nadam":
        optimizer = torch.optim.NAdam(model.parameters(), lr=1e-3, eps=1e-7)
    else:
        optimizer = torch.optim.Adam(model.parameters(), lr=1e-3, eps=1e-7, fused=True)
    loss_of = torch.compile(model.loss, dynamic=False) if mode == "compile" else model.loss

    def step(clean):
        optimizer.zero_grad(set_to_none=True)
        loss = loss_of(clean)
        loss.backward()
        optimizer.step()
        return loss.detach()

    return step


def main():
    options = examples.arguments(["eager", "nadam", "compile"])
    torch.set_num_threads(options.threads)
    torch.manual_seed(1)
    data = torch.from_numpy(examples.images(options.data))
    for name in options.example or examples.EXAMPLES:
        batch, *description = examples.EXAMPLES[name]
        step = trainer(Autoencoder(*description), options.mode)

        def epoch():
            total = torch.zeros(())
            for rows in torch.randperm(len(data)).split(batch):
                total += step(data[rows]) * len(rows)
            return total.item() / len(data)

        label = f"PyTorch {torch.__version__}, {options.mode} | {name}, {options.threads}T"
        examples.report(label, len(data), epoch)


if __name__ == "__main__":
    main()
