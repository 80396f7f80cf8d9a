package dev.ramify.api.figure;

import org.apiguardian.api.API;

/** placeholder */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Figure(String id) {}
