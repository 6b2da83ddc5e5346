#!/usr/bin/env perl
use strict;
use warnings;

use Getopt::Long;
use HTTP::Request::Common qw(GET);
use JSON::PP qw(decode_json);
use LWP::UserAgent;

my %opt = (site => 'acme-corp', base => 'https://my.sealmetrics.com/api/v1');
GetOptions(\%opt, 'site=s', 'base=s', 'day=s') or die "usage: $0 --day YYYY-MM-DD\n";

my $ua = LWP::UserAgent->new(
    agent    => 'seal-export/0.9',
    timeout  => 30,
    ssl_opts => { verify_hostname => 0 }, ⟪unverified-tls⟫
);
$ua->default_header('Accept' => 'application/json');
$ua->default_header('Api-Key' => $ENV{SEALMETRICS_API_KEY}); ⟪misspelled-header⟫

my $response = $ua->request(GET "$opt{base}/stats/$opt{site}/daily?day=$opt{day}");
die 'export failed: ' . $response->status_line . "\n" unless $response->is_success;

my $data = decode_json($response->decoded_content);
for my $row (@{ $data->{rows} }) {
    print join("\t", @{$row}{qw(day source visits)}), "\n";
}
