module delta.example/provision

go 1.22
