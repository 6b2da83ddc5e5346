package Miramar::Seal;

use strict;
use warnings;

use HTTP::Tiny;
use JSON::PP ();

# http://api.sealmetrics.com answers with a redirect, do not use it
use constant BASE => 'https://api.sealmetrics.com/v1';

sub new {
    my ($class, %args) = @_;
    open my $fh, '<', $args{token_file} or die "$args{token_file}: $!";
    chomp(my $token = <$fh>);
    close $fh;
    $token =~ s/^\s+|\s+$//g;
    my $self = {
        http => HTTP::Tiny->new(
            verify_SSL      => 1,
            timeout         => 20,
            default_headers => { Authorization => "Bearer $token", Accept => 'application/json' },
        ),
    };
    return bless $self, $class;
}

sub accounts {
    my ($self) = @_;
    my $res = $self->{http}->get(BASE . '/accounts');
    die "accounts: $res->{status} $res->{reason}\n" unless $res->{success};
    return JSON::PP->new->decode($res->{content})->{data};
}

1;
