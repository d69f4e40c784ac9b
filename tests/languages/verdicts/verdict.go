// Validates documents with gojsonschema, in the protocol of verdict.py. usage: verdict SCHEMA < documents
package main

import (
	"bufio"
	"fmt"
	"os"

	"github.com/xeipuuv/gojsonschema"
)

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func main() {
	text, err := os.ReadFile(os.Args[1])
	check(err)
	schema, err := gojsonschema.NewSchema(gojsonschema.NewBytesLoader(text))
	check(err)
	output := bufio.NewWriter(os.Stdout)
	defer output.Flush()
	input := bufio.NewScanner(os.Stdin)
	input.Buffer(nil, 1<<24)
	for input.Scan() {
		result, err := schema.Validate(gojsonschema.NewBytesLoader(input.Bytes()))
		check(err)
		if result.Valid() {
			fmt.Fprintln(output, "accepted")
		} else {
			fmt.Fprintln(output, "rejected")
		}
	}
	check(input.Err())
}
