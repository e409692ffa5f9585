package io.chom.theming.icons;

import io.chom.theming.BrandAssets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The pictures under which a brand's portal lies on a home screen. Nothing is drawn until somebody asks for it.
 *
 * @param all one for each use, in the order of {@link IconUse}
 */
public record AppIcons(List<AppIcon> all) {

    public AppIcons {
        all = List.copyOf(all);
    }

    /** Those of a brand. */
    public static AppIcons of(BrandAssets assets) {
        return new AppIcons(
                Stream.of(IconUse.values()).map(use -> AppIcon.of(assets, use)).toList());
    }

    /** The one for a use. */
    public AppIcon of(IconUse use) {
        return all.get(use.ordinal());
    }

    /** The one at a path, if it is one of this brand's. */
    public Optional<AppIcon> at(String path) {
        return all.stream().filter(icon -> icon.path().equals(path)).findFirst();
    }
}
