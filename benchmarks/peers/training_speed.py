"""The peer of TrainingSpeed.cs: the same training in PyTorch with its own fake-quantize operators.

Started as `training_speed.py THREADS EXCHANGE`. EXCHANGE has a line for each tensor: its name, its values. Commands
come by standard input, one a line; each answer is one line:

    predict      greatest and root mean squared difference from the given predictions
    quantized N  seconds of each of N epochs of quantization-aware training
    float N      the same of training in floats with batch normalization in training mode
    product N    multiply-adds a second of a float32 product of N x N matrices, and its greatest error
"""
import sys
import time

import torch
import torch.nn.functional as F

BATCH, RATE, NORM = 256, 3e-3, 1.0


def read(path):
    tensors = {}
    with open(path, encoding="ascii") as lines:
        for line in lines:
            name, *values = line.split()
            tensors[name] = torch.tensor([float(value) for value in values])
    return tensors


class Quantizer:
    """A tensor's grid; the scale, and the zero point where it is free, are learned."""

    def __init__(self, scale, zero, minimum, maximum, learned, affine):
        self.minimum, self.maximum, self.learned = int(minimum), int(maximum), bool(learned)
        self.scale = torch.tensor([scale], requires_grad=self.learned)
        self.zero = torch.tensor([zero], requires_grad=bool(affine))
        self.fixed = (float(scale), int(zero))

    def __call__(self, x):
        if self.learned:
            return torch._fake_quantize_learnable_per_tensor_affine(
                x, self.scale, self.zero, self.minimum, self.maximum, 1.0)
        return torch.fake_quantize_per_tensor_affine(x, *self.fixed, self.minimum, self.maximum)

    def parameters(self):
        return [p for p in (self.scale, self.zero) if p.requires_grad]


class WeightQuantizer:
    """One learned scale an output channel, zero points 0."""

    def __init__(self, scales, limit):
        self.limit = int(limit)
        self.scale = scales.clone().requires_grad_()
        self.zero = torch.zeros_like(scales)

    def __call__(self, weight):
        return torch._fake_quantize_learnable_per_channel_affine(
            weight, self.scale, self.zero, 0, -self.limit, self.limit, 1.0)

    def parameters(self):
        return [self.scale]


class Encoder:
    """One block of one head. Quantized: normalization is a scale and a shift; else it is that of the batch."""

    def __init__(self, given, quantized):
        self.quantized = quantized
        n, m, d, hidden = (int(size) for size in given["shape"])
        self.n, self.m, self.d = n, m, d
        sizes = {"embedding": (m, d), "query": (d, d), "key": (d, d), "value": (d, d), "attention": (d, d),
                 "hidden": (d, hidden), "output": (hidden, d), "head": (d, 1)}
        self.weight = {name: given[name + ".weight"].reshape(size).t().contiguous().requires_grad_()
                       for name, size in sizes.items()}
        self.bias = {name: given[name + ".bias"].clone().requires_grad_() for name in sizes}
        self.norm = {name: (given[name + ".scale"].clone().requires_grad_(),
                            given[name + ".shift"].clone().requires_grad_(), torch.zeros(d), torch.ones(d))
                     for name in ("attention_norm", "output_norm")}
        self.positions = given["positions"].reshape(n, d)
        self.tensors = {name[2:]: Quantizer(*values.tolist()) for name, values in given.items() if name[:2] == "t:"}
        self.weights = {name[2:]: WeightQuantizer(values[1:], values[0])
                        for name, values in given.items() if name[:2] == "w:"}

    def network(self):
        return [*self.weight.values(), *self.bias.values(), *(p for norm in self.norm.values() for p in norm[:2])]

    def ranges(self):
        quantizers = [*self.tensors.values(), *self.weights.values()]
        return [p for q in quantizers for p in q.parameters()] if self.quantized else []

    def grid(self, name, x):
        return self.tensors[name](x) if self.quantized else x

    def dense(self, name, x):
        weight = self.weights[name](self.weight[name]) if self.quantized else self.weight[name]
        return F.linear(x, weight, self.bias[name])

    def normalize(self, name, x):
        scale, shift, mean, variance = self.norm[name]
        if self.quantized:
            return torch.addcmul(shift, x, scale)
        return F.batch_norm(x.reshape(-1, self.d), mean, variance, scale, shift, True, 0.1, 1e-5).view_as(x)

    def forward(self, x):
        x = self.grid("input", x)
        x = self.grid("embedding", self.dense("embedding", x) + self.grid("positions", self.positions))
        q, k, v = (self.grid(name, self.dense(name, x)) for name in ("query", "key", "value"))
        scores = self.grid("scores", torch.bmm(q, k.transpose(1, 2)) * self.d ** -0.5)
        p = self.grid("probabilities", torch.softmax(scores, -1))
        context = self.grid("context", torch.bmm(p, v))
        x = self.grid("attention", self.normalize("attention_norm", self.dense("attention", context) + x))
        hidden = self.grid("hidden", torch.relu(self.dense("hidden", x)))
        x = self.grid("output", self.normalize("output_norm", self.dense("output", hidden) + x))
        return self.grid("prediction", self.dense("head", self.grid("pooled", x.mean(1))))


class Training:
    def __init__(self, given, quantized):
        self.encoder = Encoder(given, quantized)
        self.inputs = given["inputs"].reshape(-1, self.encoder.n, self.encoder.m)
        self.targets = given["targets"].reshape(-1, 1)
        self.network = self.encoder.network()
        self.adam = torch.optim.Adam(
            [*self.network, *self.encoder.ranges()], lr=RATE, betas=(0.9, 0.98), eps=1e-9, foreach=True)

    def epoch(self):
        start = time.perf_counter()
        count = len(self.inputs)
        order = torch.randperm(count)
        steps = (count + BATCH - 1) // BATCH
        for step in range(steps):
            windows = order[count * step // steps:count * (step + 1) // steps]
            loss = F.mse_loss(self.encoder.forward(self.inputs[windows]), self.targets[windows])
            self.adam.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(self.network, NORM)
            self.adam.step()
        return time.perf_counter() - start


def predict(given):
    training = Training(given, True)
    with torch.no_grad():
        difference = training.encoder.forward(training.inputs).flatten() - given["predictions"]
    return difference.abs().max().item(), difference.square().mean().sqrt().item()


def product(size):
    a, b = torch.randn(size, size), torch.randn(size, size)
    error = (a @ b - (a.double() @ b.double()).float()).abs().max().item()
    times = []
    for _ in range(8):
        start = time.perf_counter()
        a @ b
        times.append(time.perf_counter() - start)
    return size ** 3 / min(times), error


def main():
    torch.set_num_threads(int(sys.argv[1]))
    given = read(sys.argv[2]) if len(sys.argv) > 2 else {}
    trainings = {}
    for line in sys.stdin:
        command, *argument = line.split()
        if command == "predict":
            answer = predict(given)
        elif command == "product":
            answer = product(int(argument[0]))
        else:
            training = trainings.setdefault(command, Training(given, command == "quantized"))
            answer = [training.epoch() for _ in range(int(argument[0]))]
        print(*answer, flush=True)


main()
