const leastSecretLength = 32;
const leastDistinctCharacters = 10;
const localHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/** True for an address that only this machine can open. */
export function isLocal(url: string): boolean {
  return localHosts.has(new URL(url).hostname);
}

/** What is not safe enough for people's work to depend on, one line each. */
export function findUnsafeSettings(publicUrl: string, secret: string): string[] {
  const faults: string[] = [];
  if (!publicUrl.startsWith('https:') && !isLocal(publicUrl)) {
    faults.push('PUBLIC_URL: must be https, except on localhost');
  }
  if (secret.length < leastSecretLength || new Set(secret).size < leastDistinctCharacters) {
    faults.push(`KRING_SECRET: must be set to at least ${leastSecretLength} random characters`);
  }
  return faults;
}
