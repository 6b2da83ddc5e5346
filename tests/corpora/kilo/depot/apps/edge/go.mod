module acme.example/depot/edge

go 1.22
