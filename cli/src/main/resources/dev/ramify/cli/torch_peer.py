"""The PyTorch side of `ramify bench`.

Reads one JSON request per line from standard input and answers each with one JSON line:

  {"do": "version", "threads": 2}
      tells the version of PyTorch and how fast it multiplies matrices
  {"do": "open", "architectures": [...], "batch": 64, "task": "train" | "infer",
   "optimizer": "adam" | "sgd", "rate": 1e-3, "threads": [1, 2], "seconds": 0.3}
      builds the networks, tries the settings that could be fastest and keeps the best
  {"do": "run", "repetitions": 10}   runs so many steps of every network and tells the seconds
  {"do": "loss", "file": ..., "arrays": [{"name", "shape", "offset"}...], "labels": [...]}
      computes the loss of one batch with given parameters
"""

import json
import resource
import sys
import time

import torch
import torch.nn as nn
import torch.nn.functional as F


class Chain(nn.Module):
    """Nodes one after another."""

    def __init__(self, nodes, shape, scope):
        super().__init__()
        self.parts = nn.ModuleList()
        for node in nodes:
            part, shape = build(node, shape, scope)
            self.parts.append(part)
        self.shape = shape

    def forward(self, x):
        for part in self.parts:
            x = part(x)
        return x


class Residual(nn.Module):
    def __init__(self, node, shape, scope):
        super().__init__()
        self.body = Chain(node["body"], shape, scope)
        self.shortcut = Chain(node["shortcut"], shape, scope)
        self.shape = self.body.shape

    def forward(self, x):
        return self.body(x) + self.shortcut(x)


class Branches(nn.Module):
    def __init__(self, node, shape, scope):
        super().__init__()
        self.split = node["input"] == "SPLIT"
        self.sum = node["merge"] == "SUM"
        count = len(node["branches"])
        seen = (shape[0] // count,) + shape[1:] if self.split else shape
        self.branches = nn.ModuleList(
            Chain(branch["nodes"], seen, join(scope, branch["name"])) for branch in node["branches"]
        )
        shapes = [branch.shape for branch in self.branches]
        channels = shapes[0][0] if self.sum else sum(each[0] for each in shapes)
        self.shape = (channels,) + shapes[0][1:]

    def forward(self, x):
        inputs = x.chunk(len(self.branches), 1) if self.split else [x] * len(self.branches)
        outputs = [branch(part) for branch, part in zip(self.branches, inputs)]
        return sum(outputs[1:], outputs[0]) if self.sum else torch.cat(outputs, 1)


class FusedColumns(nn.Module):
    """Equal columns of dense layers: one product for the first, a batch of products for the rest."""

    def __init__(self, node, shape):
        super().__init__()
        self.count = len(node["branches"])
        widths = [n["units"] for n in node["branches"][0]["nodes"] if n["type"] == "Dense"]
        self.first = nn.Linear(shape[0], widths[0] * self.count)
        self.weights = nn.ParameterList()
        self.biases = nn.ParameterList()
        for width, out in zip(widths, widths[1:]):
            self.weights.append(nn.Parameter(torch.randn(self.count, width, out) * width**-0.5))
            self.biases.append(nn.Parameter(torch.zeros(self.count, 1, out)))
        self.shape = (self.count * widths[-1], 1, 1)

    def forward(self, x):
        x = F.relu(self.first(x)).view(x.shape[0], self.count, -1).transpose(0, 1)
        for weight, bias in zip(self.weights, self.biases):
            x = F.relu(torch.baddbmm(bias, x, weight))
        return x.transpose(0, 1).reshape(x.shape[1], -1)


class Fusing:
    """Whether equal dense columns are fused, and whether there were any."""

    wanted = False
    possible = False


def are_dense_columns(node):
    columns = [
        [(n["type"], n.get("units"), n.get("bias")) for n in branch["nodes"]]
        for branch in node["branches"]
    ]
    kinds = [kind for kind, _, _ in columns[0]]
    return (
        all(column == columns[0] for column in columns)
        and kinds == ["Dense", "Relu"] * (len(kinds) // 2)
        and all(bias for kind, _, bias in columns[0] if kind == "Dense")
        and node["merge"] == "CONCAT"
        and node["input"] == "SHARED"
    )


class Mean(nn.Module):
    def forward(self, x):
        return x.mean((2, 3))


class Shuffle(nn.Module):
    def __init__(self, groups):
        super().__init__()
        self.groups = groups

    def forward(self, x):
        n, c, h, w = x.shape
        return x.view(n, self.groups, c // self.groups, h, w).transpose(1, 2).reshape(n, c, h, w)


def join(scope, name):
    return scope + "/" + name if scope else name


def named(module, scope, name):
    module.path = join(scope, name)
    return module


def window(size, kernel, stride, padding):
    return (size + 2 * padding - kernel) // stride + 1


def build(node, shape, scope):
    """Return the module of a node and the shape (channels, height, width) that it gives."""
    kind, name = node["type"], node["name"]
    c, h, w = shape
    if kind == "Convolution":
        k, s, p = node["kernel"], node["stride"], node["padding"]
        layer = nn.Conv2d(c, node["filters"], k, s, p, groups=node["groups"], bias=node["bias"])
        return named(layer, scope, name), (node["filters"], window(h, k, s, p), window(w, k, s, p))
    if kind == "Dense":
        layer = nn.Linear(c, node["units"], bias=node["bias"])
        return named(layer, scope, name), (node["units"], 1, 1)
    if kind == "BatchNormalization":
        flat = (h, w) == (1, 1)
        layer = (nn.BatchNorm1d if flat else nn.BatchNorm2d)(c, node["epsilon"], node["momentum"])
        return named(layer, scope, name), shape
    if kind == "Relu":
        return nn.ReLU(), shape
    if kind == "Pooling":
        k, s, p = node["window"], node["stride"], node["padding"]
        maximum = node["kind"] == "MAX"
        pool = nn.MaxPool2d(k, s, p) if maximum else nn.AvgPool2d(k, s, p, count_include_pad=False)
        return pool, (c, window(h, k, s, p), window(w, k, s, p))
    if kind == "GlobalAveragePooling":
        return Mean(), (c, 1, 1)
    if kind == "Dropout":
        return nn.Dropout(node["rate"]), shape
    if kind == "Flatten":
        return nn.Flatten(), (c * h * w, 1, 1)
    if kind == "ChannelShuffle":
        return Shuffle(node["groups"]), shape
    if kind == "Branches" and are_dense_columns(node):
        Fusing.possible = True
        if Fusing.wanted:
            fused = FusedColumns(node, shape)
            return fused, fused.shape
    inner = join(scope, name)
    if kind == "Sequence":
        module = Chain(node["nodes"], shape, scope)
    else:
        module = {"Branches": Branches, "Residual": Residual}[kind](node, shape, inner)
    return module, module.shape


class Network:
    """One network with fixed images, in given settings."""

    def __init__(self, architecture, request, settings):
        torch.manual_seed(0)
        Fusing.wanted = settings["fused"]
        shape = tuple(architecture["input"][d] for d in ("channels", "height", "width"))
        self.module = Chain(architecture["nodes"], shape, "")
        maps = shape[1:] != (1, 1)
        size = (request["batch"],) + (shape if maps else shape[:1])
        self.images = torch.randn(size)
        self.labels = torch.randint(0, self.module.shape[0], (request["batch"],))
        if settings["channels_last"]:
            self.module = self.module.to(memory_format=torch.channels_last)
            self.images = self.images.contiguous(memory_format=torch.channels_last)
        self.task = request["task"]
        if self.task == "train":
            self.optimizer = self.make_optimizer(request, settings)
        else:
            self.module.eval()
            if settings["frozen"]:
                with torch.no_grad():
                    traced = torch.jit.freeze(torch.jit.trace(self.module, self.images))
                    self.module = torch.jit.optimize_for_inference(traced)

    def make_optimizer(self, request, settings):
        extra = {"fused": True} if settings["optimizer"] == "fused" else {}
        if settings["optimizer"] == "foreach":
            extra = {"foreach": True}
        if request["optimizer"] == "adam":
            return torch.optim.Adam(self.module.parameters(), lr=request["rate"], **extra)
        return torch.optim.SGD(
            self.module.parameters(), lr=request["rate"], momentum=0.9, **extra
        )

    def run(self, repetitions):
        if self.task == "infer":
            with torch.no_grad():
                for _ in range(repetitions):
                    self.module(self.images)
            return
        for _ in range(repetitions):
            self.optimizer.zero_grad(set_to_none=True)
            loss = F.cross_entropy(self.module(self.images), self.labels)
            loss.backward()
            self.optimizer.step()


def peak_bytes():
    """Most physical memory of this process; that of getrusage may be the parent's."""
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) * 1024
    except (OSError, StopIteration):
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


class Peer:
    def __init__(self):
        self.networks = []
        self.request = None

    def version(self, request):
        torch.set_num_threads(request["threads"])
        size, repetitions = 1024, 4
        left, right = torch.randn(size, size), torch.randn(size, size)
        times = []
        for _ in range(4):
            start = time.perf_counter()
            for _ in range(repetitions):
                torch.mm(left, right)
            times.append(time.perf_counter() - start)
        gflops = 2e-9 * size**3 * repetitions / min(times)
        return {"torch": torch.__version__, "gflops": gflops}

    def open(self, request):
        self.request = request
        Fusing.possible = False
        first = request["architectures"][0]
        settings = {
            "threads": request["threads"][-1],
            "channels_last": False,
            "optimizer": "plain",
            "fused": False,
            "frozen": False,
        }
        network = Network(first, request, settings)
        parameters = sum(p.numel() for p in network.module.parameters())
        for choice in self.choices(first, request):
            settings = self.best(settings, choice)
        torch.set_num_threads(settings["threads"])
        self.networks = [Network(each, request, settings) for each in request["architectures"]]
        return {"parameters": parameters, "settings": settings, "torch": torch.__version__}

    def choices(self, first, request):
        """Settings that are tried together, group by group, the best of each being kept."""
        yield [{"threads": t, "channels_last": c, "frozen": f}
               for t in request["threads"]
               for c in ([False] if first["input"]["height"] == 1 else [False, True])
               for f in ([False, True] if request["task"] == "infer" else [False])]
        if Fusing.possible:
            yield [{"fused": f, "threads": t} for f in (False, True) for t in request["threads"]]
        if request["task"] == "train":
            yield [{"optimizer": o} for o in ("plain", "foreach", "fused")]

    def best(self, settings, changes):
        timed = []
        for change in changes:
            tried = {**settings, **change}
            try:
                timed.append((self.time(tried), len(timed), tried))
            except (RuntimeError, TypeError, ValueError):
                pass  # this version of PyTorch does not know the setting
        return min(timed)[2]

    def time(self, settings):
        torch.set_num_threads(settings["threads"])
        network = Network(self.request["architectures"][0], self.request, settings)
        network.run(2)
        times, end = [], time.perf_counter() + self.request["seconds"]
        while len(times) < 3 or time.perf_counter() < end:
            start = time.perf_counter()
            network.run(1)
            times.append(time.perf_counter() - start)
        return sorted(times)[len(times) // 2]

    def run(self, request):
        start = time.perf_counter()
        for network in self.networks:
            network.run(request["repetitions"])
        seconds = time.perf_counter() - start
        return {"seconds": seconds, "peakBytes": peak_bytes()}

    def loss(self, request):
        plain = {"channels_last": False, "optimizer": "plain", "fused": False, "frozen": False}
        network = Network(self.request["architectures"][0], {**self.request, "task": "train"}, plain)
        stored = torch.from_file(request["file"], size=request["size"])
        arrays = {}
        for each in request["arrays"]:
            count = 1
            for size in each["shape"]:
                count *= size
            arrays[each["name"]] = stored[each["offset"]:each["offset"] + count].view(each["shape"])
        normal = (nn.BatchNorm1d, nn.BatchNorm2d)
        with torch.no_grad():
            for module in network.module.modules():
                if hasattr(module, "path"):
                    scale = isinstance(module, normal)
                    module.weight.copy_(arrays[module.path + (":scale" if scale else ":weight")])
                    if module.bias is not None:
                        module.bias.copy_(arrays[module.path + (":shift" if scale else ":bias")])
        labels = torch.tensor(request["labels"])
        images = arrays["images"].view(network.images.shape)
        loss = F.cross_entropy(network.module(images), labels)
        return {"loss": loss.item()}


def main():
    peer = Peer()
    for line in sys.stdin:
        request = json.loads(line)
        try:
            answer = getattr(peer, request["do"])(request)
        except Exception as problem:  # told to the other side, which decides
            answer = {"error": "%s: %s" % (type(problem).__name__, problem)}
        print(json.dumps(answer), flush=True)


main()
