module go2
