import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import '@fontsource-variable/literata/wght.css';
import './styles/tokens.css';
import './styles/base.css';
import { z } from 'zod';
import { App } from './app/app.tsx';
import { changeLanguage, startI18n } from './app/i18n/i18n.ts';
import { keepShell } from './app/keep-shell.ts';
import { openPage } from './app/open-page.ts';
import { pageAt } from './app/pages.tsx';
import { createQueryClient } from './lib/query-client.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
// The content security policy allows no evaluated code, which Zod would try for speed.
z.config({ jitless: true });
const queryClient = createQueryClient();
// Not awaited at the top: what the page's own code imports from here must be there while it loads.
void openPage(pageAt(location.pathname), queryClient, { start: startI18n, change: changeLanguage }).then(
  () => {
    createRoot(root).render(
      <StrictMode>
        <App queryClient={queryClient} />
      </StrictMode>,
    );
    keepShell();
  },
);
