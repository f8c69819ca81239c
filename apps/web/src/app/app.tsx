import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { BrowserRouter } from 'react-router';
import { Toasts } from '../components/toast.tsx';
import { AppStateProvider } from './app-state-provider.tsx';
import { Pages } from './pages.tsx';

export function App({ queryClient }: { queryClient: QueryClient }) {
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
