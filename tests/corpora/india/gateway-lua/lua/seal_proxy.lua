local http = require "resty.http"
local cjson = require "cjson.safe"

local _M = {}

local BASE = "https://api.sealmetrics.com/v1"
local TOKEN = os.getenv("SEALMETRICS_TOKEN")

function _M.live(site)
  local client = http.new()
  client:set_timeout(5000)
  local res, err = client:request_uri(BASE .. "/sites/" .. site .. "/live", {
    method = "GET",
    headers = {
      ["Accept"] = "application/json",
      ["Authorization"] = "bearer " .. TOKEN,
    },
    ssl_verify = true,
  })
  if not res then
    ngx.log(ngx.ERR, "sealmetrics: ", err)
    return nil
  end
  if res.status ~= 200 then
    ngx.log(ngx.WARN, "sealmetrics answered ", res.status, " for ", site)
    return nil
  end
  return cjson.decode(res.body).visitors
end

return _M
