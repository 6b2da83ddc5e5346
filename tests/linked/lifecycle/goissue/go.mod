module example.com/issue
