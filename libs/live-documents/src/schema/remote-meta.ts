/** Meta of a transaction that brings in what others wrote. */
export const REMOTE_META = 'y-sync$';
