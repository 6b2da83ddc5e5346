import React, { useState } from 'react';

const STORAGE_KEY = 'op.sealmetrics.notice';
const SITE_ID = process.env.REACT_APP_SEALMETRICS_SITE_ID || '⟦objid:jsx11⟧';

export function ConsentlessBanner() {
  const [open, setOpen] = useState(() => window.localStorage.getItem(STORAGE_KEY) !== 'seen');

  function dismiss() {
    window.localStorage.setItem(STORAGE_KEY, 'seen');
    window.localStorage.setItem('op.sealmetrics.site', SITE_ID);
    document.cookie = 'op_notice=seen; Max-Age=31536000; Path=/; Secure; SameSite=Lax';
    setOpen(false);
  }

  if (!open) return null;
  return (
    <aside className="notice">
      <p>
        We measure visits without cookies, with <a href="https://sealmetrics.com/">Sealmetrics</a>.
      </p>
      <button type="button" onClick={dismiss}>
        Fine
      </button>
    </aside>
  );
}
