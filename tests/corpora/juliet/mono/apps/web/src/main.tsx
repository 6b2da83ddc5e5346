import { createRoot } from 'react-dom/client';
import { Live } from './Live';
import { Today } from './Today';

createRoot(document.getElementById('root')!).render(
  <main>
    <Today />
    <Live />
  </main>,
);
