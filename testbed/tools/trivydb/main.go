// Command trivydb makes a small vulnerability database in trivy's own format: real advisories, few of them, so that a
// scan finds what it would find with the published database and needs none of its 800 MB.
//
// Usage: trivydb FOLDER
package main

import (
	"fmt"
	"os"
	"time"

	"github.com/aquasecurity/trivy-db/pkg/db"
	"github.com/aquasecurity/trivy-db/pkg/metadata"
	"github.com/aquasecurity/trivy-db/pkg/types"
	bolt "go.etcd.io/bbolt"
)

// validity is how long trivy takes the database for fresh.
const validity = 24 * time.Hour

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: trivydb FOLDER")
		os.Exit(2)
	}
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "trivydb:", err)
		os.Exit(1)
	}
}

func run(folder string) error {
	if err := db.Init(folder); err != nil {
		return err
	}
	config := db.Config{}
	if err := config.BatchUpdate(func(tx *bolt.Tx) error { return put(config, tx) }); err != nil {
		return err
	}
	// Published databases don't hold this bucket either: it is where advisories are gathered before they are sorted in.
	if err := config.DeleteAdvisoryDetailBucket(); err != nil {
		return err
	}
	if err := db.Close(); err != nil {
		return err
	}
	now := time.Now().UTC()
	return metadata.NewClient(folder).Update(metadata.Metadata{
		Version:    db.SchemaVersion,
		UpdatedAt:  now,
		NextUpdate: now.Add(validity),
	})
}

func put(config db.Config, tx *bolt.Tx) error {
	for bucket, source := range sources {
		if err := config.PutDataSource(tx, bucket, source); err != nil {
			return err
		}
	}
	for _, one := range advisories {
		if err := putOne(config, tx, one); err != nil {
			return fmt.Errorf("%s: %w", one.id, err)
		}
	}
	return nil
}

func putOne(config db.Config, tx *bolt.Tx, one advisory) error {
	for bucket, fix := range one.fixes {
		if err := config.PutAdvisoryDetail(tx, one.id, fix.pkg, []string{bucket}, fix.advisory()); err != nil {
			return err
		}
	}
	if err := config.SaveAdvisoryDetails(tx, one.id); err != nil {
		return err
	}
	return config.PutVulnerability(tx, one.id, types.Vulnerability{
		Title:          one.title,
		Description:    one.description,
		Severity:       one.severity.String(),
		VendorSeverity: types.VendorSeverity{"nvd": one.severity, "ghsa": one.severity},
		References:     []string{"https://nvd.nist.gov/vuln/detail/" + one.id},
	})
}
