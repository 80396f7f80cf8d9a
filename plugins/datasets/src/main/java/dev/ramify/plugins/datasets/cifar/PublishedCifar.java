package dev.ramify.plugins.datasets.cifar;

import dev.ramify.api.data.Download;
import dev.ramify.plugins.datasets.cifar.CifarLayout.BatchFile;
import java.net.URI;
import java.util.List;

/** What the authors of CIFAR published. */
final class PublishedCifar {

    private static final String SITE = "https://www.cs.toronto.edu/~kriz/";

    private PublishedCifar() {}

    /** Describe CIFAR-10. */
    static CifarLayout cifar10() {
        return new CifarLayout(
                "cifar10",
                "CIFAR-10",
                "cifar-10-batches-bin",
                new Download(
                        URI.create(SITE + "cifar-10-binary.tar.gz"),
                        "cifar-10-binary.tar.gz",
                        170_052_171,
                        "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd"),
                List.of(
                        batch(
                                "data_batch_1.bin",
                                "cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5"),
                        batch(
                                "data_batch_2.bin",
                                "a591ca11fa1708a91ee40f54b3da4784ccd871ecf2137de63f51ada8b3fa57ed"),
                        batch(
                                "data_batch_3.bin",
                                "bbe8596564c0f86427f876058170b84dac6670ddf06d79402899d93ceea26f67"),
                        batch(
                                "data_batch_4.bin",
                                "014e562d6e23c72197cc727519169a60359f5eccd8945ad5a09d710285ff4e48"),
                        batch(
                                "data_batch_5.bin",
                                "755304fc0b379caeae8c14f0dac912fbc7d6cd469eb67a1029a08a39453a9add")),
                List.of(
                        batch(
                                "test_batch.bin",
                                "8e2eb146ae340b09e24670f29cabc6326dba54da8789dab6768acf480273f65b")),
                words("airplane automobile bird cat deer dog frog horse ship truck"),
                List.of());
    }

    /** Describe CIFAR-100. */
    static CifarLayout cifar100() {
        return new CifarLayout(
                "cifar100",
                "CIFAR-100",
                "cifar-100-binary",
                new Download(
                        URI.create(SITE + "cifar-100-binary.tar.gz"),
                        "cifar-100-binary.tar.gz",
                        168_513_733,
                        "58a81ae192c23a4be8b1804d68e518ed807d710a4eb253b1f2a199162a40d8ec"),
                List.of(new BatchFile("train.bin", 50_000, null)),
                List.of(new BatchFile("test.bin", 10_000, null)),
                words(
                        """
                        apple aquarium_fish baby bear beaver bed bee beetle bicycle bottle bowl boy
                        bridge bus butterfly camel can castle caterpillar cattle chair chimpanzee
                        clock cloud cockroach couch crab crocodile cup dinosaur dolphin elephant
                        flatfish forest fox girl hamster house kangaroo keyboard lamp lawn_mower
                        leopard lion lizard lobster man maple_tree motorcycle mountain mouse
                        mushroom oak_tree orange orchid otter palm_tree pear pickup_truck pine_tree
                        plain plate poppy porcupine possum rabbit raccoon ray road rocket rose sea
                        seal shark shrew skunk skyscraper snail snake spider squirrel streetcar
                        sunflower sweet_pepper table tank telephone television tiger tractor train
                        trout tulip turtle wardrobe whale willow_tree wolf woman worm
                        """),
                words(
                        """
                        aquatic_mammals fish flowers food_containers fruit_and_vegetables
                        household_electrical_devices household_furniture insects large_carnivores
                        large_man-made_outdoor_things large_natural_outdoor_scenes
                        large_omnivores_and_herbivores medium_mammals non-insect_invertebrates
                        people reptiles small_mammals trees vehicles_1 vehicles_2
                        """));
    }

    private static BatchFile batch(String name, String sha256) {
        return new BatchFile(name, 10_000, sha256);
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}
