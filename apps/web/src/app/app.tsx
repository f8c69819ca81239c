import { QueryClientProvider } from '@tanstack/react-query';
import { BrowserRouter } from 'react-router';
import { createQueryClient } from '../lib/query-client.ts';
import { Toasts } from '../components/toast.tsx';
import { AppStateProvider } from './app-state-provider.tsx';
import { Pages } from './pages.tsx';

const queryClient = createQueryClient();

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <AppStateProvider>
        <BrowserRouter>
          <Pages />
        </BrowserRouter>
      </AppStateProvider>
      <Toasts />
    </QueryClientProvider>
  );
}
