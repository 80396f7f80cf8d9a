"""Measure the branches of a PyTorch network with Ramify.

The lines that you need are in `record` (tried with PyTorch 1.13; nothing in it is newer than 1.9). Run as it stands, the script makes up a network in NumPy, so that it can be tried
without PyTorch:

    python docs/examples/from_pytorch.py arrays.npz
    ramify measure arrays.npz
"""

import sys

import numpy as np


def record(model, layers, branches, loader, path):
    """Write what named layers do with the images of a loader.

    model: a torch.nn.Module, in evaluation mode
    layers: names of modules, as in model.named_modules(), lowest first; their outputs are [N, U] or [N, C, H, W].
        A convolution or linear module gives its weights, too; the module that follows it (a ReLU) gives what is passed on
    branches: for each layer, the branch (an integer) of every unit or channel
    loader: gives batches of images, on the device of the model, and labels
    """
    import torch

    seen, labels, hooks = {name: [] for name in layers}, [], []
    for name in layers:
        # A copy: a ReLU that works in place would change what is kept.
        keep = lambda module, inputs, output, name=name: seen[name].append(
            (output.mean((2, 3)) if output.dim() == 4 else output.clone()).cpu().numpy()
        )
        hooks.append(model.get_submodule(name).register_forward_hook(keep))
    with torch.no_grad():
        for images, classes in loader:
            model(images)
            labels.append(classes.cpu().numpy())
    for hook in hooks:
        hook.remove()
    arrays = {"labels": np.concatenate(labels)}
    for name in layers:
        arrays["activations/" + name] = np.concatenate(seen[name])
        arrays["branches/" + name] = np.asarray(branches[name])
        weight = getattr(model.get_submodule(name), "weight", None)
        if weight is not None and weight.dim() in (2, 4):
            arrays["weights/" + name] = weight.detach().cpu().numpy()
    np.savez(path, **arrays)


def made_up(path, samples=2000, units=64, seed=1):
    """Write a layer of two branches: the units of one follow colour, those of the other size."""
    random = np.random.default_rng(seed)
    factors = random.integers(0, 4, (samples, 2))
    branches = np.repeat([0, 1], units // 2)
    preferred = np.where(random.random(units) < 0.8, branches, 1 - branches)
    level = random.integers(0, 4, units)
    activations = random.standard_normal((samples, units)) + 2 * (factors[:, preferred] == level)
    np.savez(
        path,
        **{
            "activations/conv1": np.maximum(activations, 0).astype(np.float32),
            "branches/conv1": branches,
            "labels": factors[:, 0],
            "factors": factors,
            "factor_names": np.array(["colour", "size"]),
        },
    )


if __name__ == "__main__":
    made_up(sys.argv[1] if len(sys.argv) > 1 else "arrays.npz")
