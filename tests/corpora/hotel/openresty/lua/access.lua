-- Runs in access_by_lua for /internal/figures: adds the credential on the way to https://api.sealmetrics.com.
local ok, secrets = pcall(require, "secrets")

local function token()
  if ok and secrets.sealmetrics then
    return secrets.sealmetrics
  end
  local fh = io.open("/run/secrets/sealmetrics_token", "r")
  if not fh then
    return nil
  end
  local value = fh:read("*l")
  fh:close()
  return value and value:match("^%s*(.-)%s*$")
end

local value = token()
if not value then
  ngx.log(ngx.ERR, "no Sealmetrics credential")
  return ngx.exit(ngx.HTTP_SERVICE_UNAVAILABLE)
end

ngx.req.clear_header("Cookie")
ngx.req.set_header("Authorization", "Bearer " .. value)
ngx.log(ngx.INFO, "figures asked by ", ngx.var.remote_addr, ", token ", value:sub(1, 4), "...")
