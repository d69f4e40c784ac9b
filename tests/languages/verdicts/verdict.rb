# Validates documents with json_schemer, in the protocol of verdict.py. usage: ruby verdict.rb SCHEMA < documents
require "json"
require "set"
require "json_schemer"

$stdin.set_encoding("UTF-8")
# It knows drafts up to 7, and the types need no later one.
validator = JSONSchemer.schema(JSON.parse(File.read(ARGV[0], encoding: "UTF-8")).except("$schema"))
$stdin.each_line do |line|
  paths = validator.validate(JSON.parse(line)).map { |error| error["schema_pointer"] }
  rules = paths.filter_map { |path| path[%r{\A/allOf/(\d+)(/|\z)}, 1]&.to_i }.uniq.sort
  puts [paths.empty? ? "accepted" : "rejected", *rules].join(" ")
end
