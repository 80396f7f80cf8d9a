package dev.ramify.plugins.datasets.idx;

import dev.ramify.api.data.Download;
import dev.ramify.plugins.datasets.files.Sha256;
import java.net.URI;
import java.util.List;

/**
 * What is known of Fashion-MNIST (Xiao, Rasul and Vollgraf, arXiv:1708.07747; MIT licence): 70,000
 * grey images of clothes, 28x28, in 10 classes.
 */
final class FashionMnist {

    /** The names of the classes, by label. */
    static final List<String> CLASSES =
            List.of(
                    "T-shirt/top",
                    "Trouser",
                    "Pullover",
                    "Dress",
                    "Coat",
                    "Sandal",
                    "Shirt",
                    "Sneaker",
                    "Bag",
                    "Ankle boot");

    /** The authors' repository at the state whose digests are below. */
    private static final String SITE =
            "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/"
                    + "b2617bb6d3ffa2e429640350f613e3291e10b141/data/fashion/";

    /** Digest of the 60,000 training labels without their header, whatever packed them. */
    private static final String TRAIN_LABELS_SHA256 =
            "657fbd221bfc9f4198cc14b5619cc33ec57c58dd0e47af4d99d6650759e869a7";

    private FashionMnist() {}

    /** Tell whether training labels are those of Fashion-MNIST. */
    static boolean isRecognised(IdxFile trainLabels) {
        return Sha256.of(trainLabels.data()).equals(TRAIN_LABELS_SHA256);
    }

    /** Return the four files as their authors serve them. */
    static List<Download> downloads() {
        return List.of(
                download(
                        "train-images-idx3-ubyte.gz",
                        26_421_880,
                        "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84"),
                download(
                        "train-labels-idx1-ubyte.gz",
                        29_515,
                        "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845"),
                download(
                        "t10k-images-idx3-ubyte.gz",
                        4_422_102,
                        "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073"),
                download(
                        "t10k-labels-idx1-ubyte.gz",
                        5_148,
                        "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5"));
    }

    private static Download download(String name, long bytes, String sha256) {
        return new Download(URI.create(SITE + name), name, bytes, sha256);
    }
}
