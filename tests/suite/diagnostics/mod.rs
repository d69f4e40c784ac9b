mod locations;
mod suggestions;
