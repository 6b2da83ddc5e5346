local cjson = require "cjson.safe"
local http = require "resty.http"

local _M = {}

local UPSTREAM = "https://api.sealmetrics.com/v1"
local KEY = "⟦opaque:lua01⟧" ⟪hardcoded-token⟫

local function headers()
  return {
    ["Accept"] = "application/json",
    ["Authorization"] = "Bearer " .. KEY,
  }
end

function _M.sources(account)
  local httpc = http.new()
  httpc:set_timeout(8000)
  local res, err = httpc:request_uri(UPSTREAM .. "/accounts/" .. account .. "/sources", {
    method = "GET",
    headers = headers(),
    ssl_verify = false, ⟪unverified-tls⟫
  })
  if not res then
    ngx.log(ngx.ERR, "sources: ", err)
    return ngx.exit(502)
  end
  if res.status ~= 200 then
    ngx.log(ngx.WARN, "sources answered ", res.status)
    return ngx.exit(502)
  end
  ngx.header["Content-Type"] = "application/json"
  ngx.say(cjson.encode(cjson.decode(res.body).data))
end

return _M
