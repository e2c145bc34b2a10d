// Command protogen turns proto/**/*.proto into Go code without a protoc binary: protocompile parses, and the two
// official plugins, pinned by this module, generate. Run it with `go generate ./...` in the service's folder.
package main

import (
	"bytes"
	"context"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/bufbuild/protocompile"
	"github.com/bufbuild/protocompile/protoutil"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/descriptorpb"
	"google.golang.org/protobuf/types/pluginpb"
)

const module = "example.com/checkout"

func main() {
	if len(os.Args) < 4 {
		log.Fatal("usage: protogen PROTO_ROOT OUT_ROOT FILE...")
	}
	for _, plugin := range []string{"protoc-gen-go", "protoc-gen-go-grpc"} {
		if err := generate(plugin, os.Args[1], os.Args[2], os.Args[3:]); err != nil {
			log.Fatalf("%s: %v", plugin, err)
		}
	}
}

func generate(plugin, protoRoot, outRoot string, files []string) error {
	request, err := parse(protoRoot, files)
	if err != nil {
		return err
	}
	response, err := run(plugin, request)
	if err != nil {
		return err
	}
	for _, file := range response.GetFile() {
		path := filepath.Join(outRoot, filepath.FromSlash(file.GetName()))
		if err := os.WriteFile(path, []byte(file.GetContent()), 0o644); err != nil {
			return err
		}
	}
	return nil
}

func parse(root string, files []string) (*pluginpb.CodeGeneratorRequest, error) {
	compiler := protocompile.Compiler{
		Resolver:       &protocompile.SourceResolver{ImportPaths: []string{root}},
		SourceInfoMode: protocompile.SourceInfoStandard,
	}
	linked, err := compiler.Compile(context.Background(), files...)
	if err != nil {
		return nil, err
	}
	descriptors := make([]*descriptorpb.FileDescriptorProto, 0, len(linked))
	for _, file := range linked {
		descriptors = append(descriptors, protoutil.ProtoFromFileDescriptor(file))
	}
	return &pluginpb.CodeGeneratorRequest{
		FileToGenerate: files,
		Parameter:      proto.String("module=" + module),
		ProtoFile:      descriptors,
	}, nil
}

func run(plugin string, request *pluginpb.CodeGeneratorRequest) (*pluginpb.CodeGeneratorResponse, error) {
	input, err := proto.Marshal(request)
	if err != nil {
		return nil, err
	}
	command := exec.Command("go", "tool", plugin)
	command.Stdin = bytes.NewReader(input)
	command.Stderr = os.Stderr
	output, err := command.Output()
	if err != nil {
		return nil, err
	}
	response := &pluginpb.CodeGeneratorResponse{}
	if err := proto.Unmarshal(output, response); err != nil {
		return nil, err
	}
	if response.Error != nil {
		return nil, fmt.Errorf("%s", response.GetError())
	}
	return response, nil
}
