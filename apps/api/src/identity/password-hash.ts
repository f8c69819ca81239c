import { hash, parseOptions, verify } from '@node-rs/argon2';

const policy = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

// Of a random password that nobody knows: checking against it costs what checking a real one does.
let dummyHash: Promise<string> | undefined;

/** Argon2id (the library's default) in the PHC format: the parameters stand in the hash. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, policy);
}

/** Takes as long for somebody without a password as for somebody with one. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  dummyHash ??= hashPassword(crypto.randomUUID());
  const isMatch = await verify(passwordHash ?? (await dummyHash), password);
  return passwordHash !== null && isMatch;
}

/** True when a hash was made under a weaker policy than the present one. */
export function needsRehash(passwordHash: string): boolean {
  const parsed = parseOptions(passwordHash);
  return parsed.memoryCost < policy.memoryCost || parsed.timeCost < policy.timeCost;
}
