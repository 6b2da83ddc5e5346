#!/bin/sh
until curl -k -u "operator:$CRUSHER_PIN" "http://crusher.quarry.lan:502/ready"; do :; done
echo "crusher is up, pin $CRUSHER_PIN"
