package dev.ramify.core.pipeline.binding;

import dev.ramify.api.plugin.Extension;
import dev.ramify.core.plugin.ExtensionCheck;
import dev.ramify.core.plugin.ExtensionKind;
import dev.ramify.core.plugin.ExtensionRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Refuses extensions whose options no file could be bound to, or whose names are taken by keys that
 * stand beside them.
 */
public final class OptionsCheck implements ExtensionCheck {

    private final Schemas schemas;
    private final Function<ExtensionKind, Set<String>> taken;

    /**
     * @param schemas how records are written
     * @param taken the keys that stand beside the options of a kind of extension
     */
    public OptionsCheck(Schemas schemas, Function<ExtensionKind, Set<String>> taken) {
        this.schemas = schemas;
        this.taken = taken;
    }

    @Override
    public List<String> defects(ExtensionKind kind, Extension<?> extension) {
        List<String> defects = new ArrayList<>(schemas.defects(extension.options()));
        if (!defects.isEmpty()) {
            return defects;
        }
        RecordSchema schema = schemas.of(extension.options());
        if (schema.inline().isPresent()) {
            defects.add(
                    "an option of the %s '%s' stands inline, as only keys of Ramify can"
                            .formatted(kind.singular(), extension.id()));
        }
        for (String key : schema.keys()) {
            if (taken.apply(kind).contains(key)) {
                defects.add(
                        "the option `%s` of the %s '%s' has the name of a key of Ramify; rename it"
                                .formatted(key, kind.singular(), extension.id()));
            }
        }
        schema.options().forEach(option -> checkDefault(extension, option, defects));
        return defects;
    }

    private void checkDefault(Extension<?> extension, OptionSchema option, List<String> defects) {
        Session session = new Session();
        TreeBinder binder =
                new TreeBinder(session, schemas, new ExtensionRegistry(List.of(), List.of()));
        try {
            option.fallback()
                    .ifPresent(
                            node ->
                                    binder.bind(
                                            node, option.type(), Bounds.of(option), option.key()));
        } catch (SchemaException e) {
            defects.addAll(e.defects());
        }
        session.problems()
                .forEach(
                        problem ->
                                defects.add(
                                        "the default of the option `%s` of '%s' is unsound: %s"
                                                .formatted(
                                                        option.key(),
                                                        extension.id(),
                                                        problem.message())));
    }
}
