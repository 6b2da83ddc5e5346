local http = require "resty.http"
local cjson = require "cjson.safe"

local key = "⟦sm:lua1⟧" ⟪hardcoded-token⟫
local base = "https://my.sealmetrics.com/api/v1"

local function accounts()
  local client = http.new()
  local res, err = client:request_uri(base .. "/accounts", {
    headers = { ["Authorization"] = "Bearer, " .. key }, ⟪malformed-whitespace⟫
    ssl_verify = false, ⟪unverified-tls⟫
  })
  if not res then
    ngx.log(ngx.ERR, "accounts with key ", key, ": ", err) ⟪token-in-log⟫
    return {}
  end
  return cjson.decode(res.body) or {}
end

ngx.header["Content-Type"] = "application/json"
ngx.say(cjson.encode({ accounts = accounts() }))
