import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';

/** The token of a mailed link. It stands in the fragment, and is taken out of the address and history at once. */
export function useFragmentToken(): string | null {
  const { hash, pathname, search } = useLocation();
  const navigate = useNavigate();
  const found = /^#token=([\w-]+)$/.exec(hash)?.[1] ?? null;
  const [token, setToken] = useState(found);
  useEffect(() => {
    if (!found) return;
    setToken(found);
    void navigate(pathname + search, { replace: true, state: { keepFocus: true } });
  }, [found, navigate, pathname, search]);
  return found ?? token;
}

/** A path within Kring, or the start page when `next` is anything else. */
export function safeNext(next: string | null): string {
  return next !== null && /^\/(?![/\\])[\w\-./?=&%#]*$/.test(next) ? next : '/';
}
