//! The JSON Schema of the wire types.
