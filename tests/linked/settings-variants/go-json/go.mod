module go1
