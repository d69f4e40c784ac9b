# Validates documents with JSON::Validator, in the protocol of verdict.py. usage: perl verdict.pl SCHEMA < documents
use strict;
use warnings;
use JSON::PP;
use JSON::Validator;

local $/ = undef;
open my $file, '<', $ARGV[0] or die "$ARGV[0]: $!";
my $json = JSON::PP->new->utf8->allow_nonref;
my $validator = JSON::Validator->new->schema($json->decode(<$file>))->schema;
$/ = "\n";
while (my $line = <STDIN>) {
    my @errors = $validator->validate($json->decode($line));
    print @errors ? "rejected\n" : "accepted\n";
}
