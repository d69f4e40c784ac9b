mod encodings;
mod invisible_characters;
mod locations;
mod suggestions;
mod unknown_members;
