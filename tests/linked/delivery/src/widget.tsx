'use client';
import { useEffect } from 'react';
import { settings } from './seal-config';
import type { Settings } from './server-config';

export function Widget(props: { settings?: Settings }) {
  useEffect(() => console.debug(settings.api), []);
  return <div>{props.settings?.api}</div>;
}
