import { useEffect, useState } from 'react';
import { endpoints, type SignedIn } from '@kring/contracts';
import { call } from '../../../lib/api/call.ts';
import { ApiError, toApiError } from '../../../lib/api/api-error.ts';
import { isLinkBroken } from '../../../lib/api/link-failure.ts';

// A token works once, so a second render must not send it again.
const used = new Map<string, Promise<SignedIn>>();

function exchangeOnce(token: string): Promise<SignedIn> {
  const known = used.get(token) ?? call(endpoints.useSignInLink, { body: { token } });
  used.set(token, known);
  return known;
}

/** Signs in with the token of a mailed link as soon as the page opens. */
export function useSignInLink(token: string | null, onSignedIn: (result: SignedIn) => void) {
  const [failure, setFailure] = useState<ApiError | null>(null);
  useEffect(() => {
    if (!token) return undefined;
    let isCurrent = true;
    exchangeOnce(token).then(
      (result) => isCurrent && onSignedIn(result),
      (error: unknown) => isCurrent && setFailure(toLinkFailure(error)),
    );
    return () => {
      isCurrent = false;
    };
    // The callback changes with every render; the token decides.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [token]);
  return { isWorking: token !== null && failure === null, failure };
}

function toLinkFailure(error: unknown): ApiError {
  const failure = toApiError(error);
  return isLinkBroken(failure) ? new ApiError('link-not-valid') : failure;
}
