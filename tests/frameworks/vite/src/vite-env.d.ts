/// <reference types="vite/client" />
interface ImportMetaEnv {
  readonly VITE_SEALMETRICS_TOKEN: string;
  readonly VITE_SEALMETRICS_SITE_ID: string;
}
declare const __SEAL_TOKEN__: string;
