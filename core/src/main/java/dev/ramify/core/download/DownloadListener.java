package dev.ramify.core.download;

import dev.ramify.api.data.Download;

/** Learns how a download proceeds. */
public interface DownloadListener {

    /** The file is there already and sound. */
    void present(Download download);

    /**
     * More has come.
     *
     * @param bytes how much there is, with what an earlier attempt left
     */
    void progress(Download download, long bytes);

    /**
     * The connection broke and will be tried again.
     *
     * @param reason why
     */
    void retry(Download download, String reason);

    /** All has come and its digest is right. */
    void done(Download download);
}
