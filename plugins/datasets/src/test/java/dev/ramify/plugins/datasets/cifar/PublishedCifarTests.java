package dev.ramify.plugins.datasets.cifar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PublishedCifarTests {

    private final CifarLayout cifar10 = PublishedCifar.cifar10();
    private final CifarLayout cifar100 = PublishedCifar.cifar100();

    @Test
    void hasTheSizesOfThePublishedFiles() {
        assertThat(cifar10.files()).hasSize(6);
        assertThat(cifar10.files()).allMatch(file -> cifar10.bytes(file) == 30_730_000);
        assertThat(cifar100.files())
                .extracting(cifar100::bytes)
                .containsExactly(153_700_000, 30_740_000);
    }

    @Test
    void namesEveryClassOnce() {
        assertThat(cifar10.classes()).hasSize(10).doesNotHaveDuplicates();
        assertThat(cifar100.classes()).hasSize(100).doesNotHaveDuplicates().isSorted();
        assertThat(cifar100.superclasses()).hasSize(20).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void offersTheArchivesForDownload() {
        assertThat(CifarProvider.cifar10().downloads())
                .singleElement()
                .isEqualTo(cifar10.download());
        assertThat(cifar10.download().bytes()).isEqualTo(170_052_171);
        assertThat(cifar100.download().bytes()).isEqualTo(168_513_733);
    }
}
