package main

import "github.com/aquasecurity/trivy-db/pkg/types"

// The buckets of the database; their names are what trivy looks under.
const (
	ghsa   = "go::GitHub Security Advisory Go"
	vulndb = "go::The Go Vulnerability Database"
	debian = "debian 12"
	alpine = "alpine 3.18"
)

var sources = map[string]types.DataSource{
	ghsa:   {ID: "ghsa", Name: "GitHub Security Advisory Go", URL: "https://github.com/advisories?query=type%3Areviewed+ecosystem%3Ago"},
	vulndb: {ID: "govulndb", Name: "The Go Vulnerability Database", URL: "https://pkg.go.dev/vuln/"},
	debian: {ID: "debian", Name: "Debian Security Tracker", URL: "https://salsa.debian.org/security-tracker-team/security-tracker"},
	alpine: {ID: "alpine", Name: "Alpine Secdb", URL: "https://secdb.alpinelinux.org/"},
}

// fix says which versions of a package are hit: a range for Go modules, the first good version for packages of a
// distribution.
type fix struct {
	pkg        string
	vulnerable string
	fixed      string
	alias      string
}

func (f fix) advisory() types.Advisory {
	if f.vulnerable == "" {
		return types.Advisory{FixedVersion: f.fixed}
	}
	advisory := types.Advisory{VulnerableVersions: []string{f.vulnerable}, PatchedVersions: []string{f.fixed}}
	if f.alias != "" {
		advisory.VendorIDs = []string{f.alias}
	}
	return advisory
}

type advisory struct {
	id          string
	title       string
	description string
	severity    types.Severity
	fixes       map[string]fix
}

// advisories are all real ones.
var advisories = []advisory{
	{
		id:          "CVE-2022-32149",
		title:       "golang: golang.org/x/text/language: ParseAcceptLanguage takes a long time to parse complex tags",
		description: "An attacker may cause a denial of service by crafting an Accept-Language header which ParseAcceptLanguage will take significant time to parse.",
		severity:    types.SeverityHigh,
		fixes:       map[string]fix{ghsa: {pkg: "golang.org/x/text", vulnerable: "<0.3.8", fixed: "0.3.8", alias: "GHSA-69ch-w2m2-3vjp"}},
	},
	{
		id:          "CVE-2023-39325",
		title:       "golang: net/http, x/net/http2: rapid stream resets can cause excessive work (CVE-2023-44487)",
		description: "A malicious HTTP/2 client which rapidly creates requests and immediately resets them can cause excessive server resource consumption.",
		severity:    types.SeverityHigh,
		fixes:       map[string]fix{ghsa: {pkg: "golang.org/x/net", vulnerable: "<0.17.0", fixed: "0.17.0", alias: "GHSA-4374-p667-p6c8"}},
	},
	{
		id:          "CVE-2024-45337",
		title:       "golang.org/x/crypto/ssh: Misuse of ServerConfig.PublicKeyCallback may cause authorization bypass",
		description: "Applications and libraries which misuse the ServerConfig.PublicKeyCallback callback may be susceptible to an authorization bypass.",
		severity:    types.SeverityCritical,
		fixes:       map[string]fix{ghsa: {pkg: "golang.org/x/crypto", vulnerable: "<0.31.0", fixed: "0.31.0", alias: "GHSA-v778-237x-gjrc"}},
	},
	{
		id:          "CVE-2024-24786",
		title:       "golang-protobuf: encoding/protojson: infinite loop in protojson.Unmarshal with certain forms of invalid JSON",
		description: "The protojson.Unmarshal function can enter an infinite loop when unmarshaling certain forms of invalid JSON.",
		severity:    types.SeverityMedium,
		fixes:       map[string]fix{ghsa: {pkg: "google.golang.org/protobuf", vulnerable: "<1.33.0", fixed: "1.33.0", alias: "GHSA-8r3f-844c-mc37"}},
	},
	{
		id:          "CVE-2024-24790",
		title:       "golang: net/netip: Unexpected behavior from Is methods for IPv4-mapped IPv6 addresses",
		description: "The various Is methods (IsPrivate, IsLoopback, etc) did not work as expected for IPv4-mapped IPv6 addresses, returning false for addresses which would return true in their traditional IPv4 forms.",
		severity:    types.SeverityCritical,
		fixes:       map[string]fix{vulndb: {pkg: "stdlib", vulnerable: "<1.21.11 || >=1.22.0-0, <1.22.4", fixed: "1.21.11, 1.22.4", alias: "GO-2024-2887"}},
	},
	{
		id:          "CVE-2023-5363",
		title:       "openssl: Incorrect cipher key and IV length processing",
		description: "A bug has been identified in the processing of key and initialisation vector (IV) lengths. This can lead to potential truncation or overruns during the initialisation of some symmetric ciphers.",
		severity:    types.SeverityHigh,
		fixes: map[string]fix{
			debian: {pkg: "openssl", fixed: "3.0.11-1~deb12u2"},
			alpine: {pkg: "openssl", fixed: "3.1.4-r0"},
		},
	},
}
