module kitchen.example/orders

go 1.22
