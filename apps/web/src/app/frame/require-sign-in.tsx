import { Navigate, Outlet, useLocation } from 'react-router';
import { useAppState } from '../../lib/app-state.tsx';

/** Pages behind this open only for people who are signed in; others come back here after signing in. */
export function RequireSignIn() {
  const { me } = useAppState();
  const { pathname, search } = useLocation();
  if (me) return <Outlet />;
  return <Navigate to={`/sign-in?next=${encodeURIComponent(pathname + search)}`} replace />;
}
