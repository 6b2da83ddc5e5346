module orchard.example/notify

go 1.22
