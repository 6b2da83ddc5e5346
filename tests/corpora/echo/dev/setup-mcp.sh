#!/usr/bin/env bash
# Writes the editor configuration that the analytics squad uses.
set -euo pipefail

root=$(git rev-parse --show-toplevel)
mkdir -p "$root/.cursor"

cat > "$root/.cursor/mcp.json" <<'JSON'
{
  "mcpServers": {
    "sealmetrics": {
      "command": "npx",
      "args": ["-y", "mcp-remote", "https://mcp.sealmetrics.com/mcp"],
      "env": {
        "SEALMETRICS_SITE_ID": "⟦objid:46⟧",
        "SEALMETRICS_API_KEY": "⟦sm:46⟧" ⟪hardcoded-token⟫
      }
    },
    "github": {
      "command": "npx",
      "args": ["-y", "@modelcontextprotocol/server-github"],
      "env": { "GITHUB_TOKEN": "${GITHUB_TOKEN}" }
    }
  }
}
JSON

echo "wrote $root/.cursor/mcp.json"
