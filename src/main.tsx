import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startMocks } from '#start-mocks';
import { installMessages } from '#domain/shared/messages.ts';
import { reloadAfterUpgrade } from './lib/reload-after-upgrade.ts';
import { queryClient } from './lib/query-client.ts';
import { router } from './routes/router.tsx';
import { startLooks } from './ui/theme.ts';
import { ToastHost } from './ui/toast.tsx';
import './ui/base.css';

installMessages();
startLooks();
reloadAfterUpgrade();
await startMocks(async () => {
  // Out by the door first, so that no screen of the last person is left standing.
  await router.navigate({ to: '/sign-in' });
  queryClient.clear();
  await router.navigate({ to: '/' });
});

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
      <ToastHost />
    </QueryClientProvider>
  </StrictMode>,
);
