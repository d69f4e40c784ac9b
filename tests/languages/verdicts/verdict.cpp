// Validates documents with valijson, in the protocol of verdict.py. usage: verdict SCHEMA < documents
#include <fstream>
#include <iostream>
#include <string>

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

int main(int, char **arguments) {
    using valijson::adapters::NlohmannJsonAdapter;
    std::ios::sync_with_stdio(false);
    const auto text = nlohmann::json::parse(std::ifstream(arguments[1]));
    valijson::Schema schema;
    valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(NlohmannJsonAdapter(text), schema);
    // Without strong types not only 5.0 but also "5" is an integer.
    valijson::Validator validator(valijson::Validator::kStrongTypes);
    for (std::string line; std::getline(std::cin, line);) {
        const auto document = nlohmann::json::parse(line);
        std::cout << (validator.validate(schema, NlohmannJsonAdapter(document), nullptr) ? "accepted\n" : "rejected\n");
    }
}
