package buildinfo

import (
	"runtime/debug"
	"testing"
)

func TestFill(t *testing.T) {
	build := &debug.BuildInfo{
		Main:     debug.Module{Version: "v1.2.3"},
		Settings: []debug.BuildSetting{{Key: "vcs.revision", Value: "abc"}},
	}
	develop := &debug.BuildInfo{Main: debug.Module{Version: "(devel)"}}
	for name, tc := range map[string]struct {
		linked Info
		build  *debug.BuildInfo
		want   Info
	}{
		"linker wins":          {Info{"v9", "def"}, build, Info{"v9", "def"}},
		"binary fills gaps":    {Info{}, build, Info{"v1.2.3", "abc"}},
		"development build":    {Info{}, develop, Info{"dev", "unknown"}},
		"no build info at all": {Info{}, nil, Info{"dev", "unknown"}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := fill(tc.linked, tc.build); got != tc.want {
				t.Errorf("got %+v, want %+v", got, tc.want)
			}
		})
	}
}

func TestResolveNeverEmpty(t *testing.T) {
	if got := Resolve("", ""); got.Version == "" || got.Commit == "" {
		t.Errorf("got %+v", got)
	}
}
