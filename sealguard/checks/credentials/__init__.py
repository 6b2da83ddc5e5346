"""The seed's "never commit tokens to version control", in every place and disguise that a credential is committed in."""
