module acme.io/board

go 1.22
