import { z } from 'zod';
import { isLocal, findUnsafeSettings } from './production-check.ts';
import { keptSecret } from './kept-secret.ts';

/** Injection token of `Settings`. */
export const SETTINGS = Symbol('Settings');

const isOn = z
  .enum(['true', 'false'], { error: 'must be true or false' })
  .transform((word) => word === 'true');
const count = (least: number, most: number) => {
  const error = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error });
};
const address = (protocol: RegExp, example: string) =>
  z.url({ protocol, error: `must be an address such as ${example}` });
const httpOrigin = address(/^https?$/, 'https://kring.example.nl')
  .refine((url) => new URL(url).pathname === '/' && !/[?#]/.test(url), 'must be an origin without a path')
  .transform((url) => new URL(url).origin);

const variables = z.object({
  PORT: count(0, 65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: httpOrigin.optional(),
  TRUSTED_PROXIES: z.string().default(''),
  KRING_DATA_DIR: z.string().min(1).default('./.kring'),
  DATABASE_URL: address(/^postgres(ql)?$/, 'postgres://user:password@host:5432/kring'),
  DATABASE_POOL_SIZE: count(2, 200).default(10),
  REDIS_URL: address(/^rediss?$/, 'redis://user:password@host:6379').optional(),
  SMTP_URL: address(/^smtps?$/, 'smtps://user:password@host:465').optional(),
  MAIL_FROM: z.email({ error: 'must be an e-mail address' }).default('kring@localhost.localdomain'),
  KRING_SECRET: z.string().optional(),
  KRING_DEMO: isOn.default(false),
  KRING_NAME: z.string().min(1).max(40).optional(),
  NETWORK_NAME: z.string().min(1).max(120).optional(),
  METRICS_TOKEN: z.string().min(16, { error: 'must have at least 16 characters' }).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).optional(),
  SESSION_IDLE_MINUTES: count(5, 60 * 24 * 90).default(60 * 24 * 14),
  SESSION_ABSOLUTE_HOURS: count(1, 24 * 365).default(24 * 30),
});

/** Every environment variable that the API reads; `.env.example` documents them. */
export const environmentKeys = variables.keyof().options;

const environmentSchema = variables.transform((env) => ({
  port: env.PORT,
  host: env.HOST,
  publicUrl: env.PUBLIC_URL ?? `http://localhost:${env.PORT}`,
  trustedProxies: env.TRUSTED_PROXIES.split(',')
    .map((proxy) => proxy.trim())
    .filter(Boolean),
  dataDir: env.KRING_DATA_DIR,
  databaseUrl: env.DATABASE_URL,
  databasePoolSize: env.DATABASE_POOL_SIZE,
  redisUrl: env.REDIS_URL,
  smtpUrl: env.SMTP_URL,
  mailFrom: env.MAIL_FROM,
  givenSecret: env.KRING_SECRET,
  isDemo: env.KRING_DEMO,
  /** These win over what administrators choose. */
  fixedName: env.KRING_NAME,
  fixedNetworkName: env.NETWORK_NAME,
  metricsToken: env.METRICS_TOKEN,
  logLevel: env.LOG_LEVEL,
  sessionIdleMinutes: env.SESSION_IDLE_MINUTES,
  sessionAbsoluteHours: env.SESSION_ABSOLUTE_HOURS,
}));

type EnvironmentSettings = z.output<typeof environmentSchema>;
export type Settings = Readonly<Omit<EnvironmentSettings, 'givenSecret' | 'logLevel'>> & {
  readonly logLevel: NonNullable<EnvironmentSettings['logLevel']>;
  /** Keys the hashes of what must not be kept as it is, such as addresses that attempts are counted for. */
  readonly secret: string;
  /** It was made at the first start, and stands in the data folder. */
  readonly isSecretGenerated: boolean;
  /** Others than this machine can reach it, so it is no try-out: everything must be safe before it starts. */
  readonly isProduction: boolean;
};

/** Settings that cannot be used; one line per variable. Never repeats a value: it may be a secret. */
export class SettingsError extends Error {
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'SettingsError';
    this.lines = lines;
  }
}

export function readSettings(environment: Record<string, string | undefined>): Settings {
  // An empty value in an .env file means "not set".
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(given);
  if (parsed.success) return complete(parsed.data);
  const lines = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'settings'}: ${issue.message}`);
  throw new SettingsError(lines);
}

function complete({ givenSecret, ...settings }: EnvironmentSettings): Settings {
  const isProduction = !isLocal(settings.publicUrl);
  const secret = givenSecret ?? (isProduction ? '' : keptSecret(settings.dataDir));
  const faults = isProduction ? findUnsafeSettings(settings.publicUrl, secret) : [];
  if (faults.length > 0) throw new SettingsError(faults);
  const logLevel = settings.logLevel ?? (isProduction ? 'info' : 'warn');
  return { ...settings, logLevel, secret, isSecretGenerated: givenSecret === undefined, isProduction };
}
