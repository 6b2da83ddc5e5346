#!/usr/bin/env perl
use strict;
use warnings;

use JSON::PP qw(decode_json);
use LWP::UserAgent;

my $token = $ENV{SEAL_METRICS_TOKEN} // die "SEAL_METRICS_TOKEN is not set\n";
my $account = shift // 'acme-corp';
my $base = 'https://app.sealmetrics.com/api';

my $ua = LWP::UserAgent->new(
    timeout  => 30,
    ssl_opts => { verify_hostname => 0 }, ⟪unverified-tls⟫
);

my $response = $ua->get(
    "$base/report/traffic?account_id=$account&date_range=yesterday",
    'Accept'        => 'application/json',
    'Authorization' => 'Bearer $token', ⟪uninterpolated-token⟫
);

if (!$response->is_success) {
    warn "traffic of $account: ", $response->status_line, "\n";
    exit 1;
}

for my $row (@{ decode_json($response->decoded_content)->{data} }) {
    printf "%-30s %8d\n", $row->{source}, $row->{visits};
}
