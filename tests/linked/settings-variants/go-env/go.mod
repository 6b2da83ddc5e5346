module go3
