// Package buildinfo says which release is running: from the linker where it was told, from the binary itself elsewhere.
package buildinfo

import "runtime/debug"

// Info identifies a release.
type Info struct {
	Version string
	Commit  string
}

// Resolve takes what the linker wrote (-X main.version, -X main.commit) and fills gaps from the Go build information.
func Resolve(version, commit string) Info {
	build, _ := debug.ReadBuildInfo()
	return fill(Info{Version: version, Commit: commit}, build)
}

func fill(info Info, build *debug.BuildInfo) Info {
	if build != nil {
		if info.Version == "" && build.Main.Version != "(devel)" {
			info.Version = build.Main.Version
		}
		for _, setting := range build.Settings {
			if info.Commit == "" && setting.Key == "vcs.revision" {
				info.Commit = setting.Value
			}
		}
	}
	if info.Version == "" {
		info.Version = "dev"
	}
	if info.Commit == "" {
		info.Commit = "unknown"
	}
	return info
}
