#!/bin/sh
# Build the Flatpak and make a single-file bundle, build/app.recoupe.Recoupe.flatpak.
# usage: flatpak/build.sh [--install]
# The runtime named in the manifest comes from what is installed, or else from the remote "flathub" if there is one.
set -eu
cd "$(dirname "$0")/.."
id=app.recoupe.Recoupe
work=build/flatpak
mkdir -p "$work"
deps=
if flatpak remotes --columns=name 2> /dev/null | grep -qx flathub; then deps=--install-deps-from=flathub; fi
flatpak-builder --user --force-clean --disable-rofiles-fuse --disable-updates --default-branch=stable $deps \
  --state-dir="$work/state" --repo="$work/repo" "$work/app" "flatpak/$id.json"
flatpak build-bundle "$work/repo" "build/$id.flatpak" "$id" stable
echo "made build/$id.flatpak"
if [ "${1:-}" = --install ]; then
  flatpak --user install --noninteractive --reinstall --bundle "build/$id.flatpak"
fi
