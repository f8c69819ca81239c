import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  fixableSettings,
  logoLimits,
  type EndpointInput,
  type FieldError,
  type PlatformSettings,
  type platformEndpoints,
} from '@kring/contracts';
import { isReadable, type ThemeName } from '@kring/domain';
import type { EntityManager } from 'typeorm';
import type { Request } from 'express';
import { ImagesService } from '../attachments/images.service.ts';
import { AuditService } from '../audit/audit.service.ts';
import { AppError } from '../common/app-error.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import type { Actor } from '../identity/actor.ts';
import { PlatformSettingsRepository, type PlatformRow } from './platform-settings.repository.ts';
import { PlatformService } from './platform.service.ts';

type Changes = EndpointInput<typeof platformEndpoints.updateSettings>['body'];

const logoSide = 320;
const themes: readonly ThemeName[] = ['light', 'dark'];

/** Settings as administrators change them. They hold at once: nothing keeps them but the database. */
@Injectable()
export class PlatformSettingsService {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly repository: PlatformSettingsRepository,
    private readonly platform: PlatformService,
    private readonly images: ImagesService,
    private readonly audit: AuditService,
  ) {}

  async update(
    actor: Actor,
    { version, accent, ...changes }: Changes,
    origin: RequestOrigin,
  ): Promise<PlatformSettings> {
    this.requireFree(changes);
    if (accent) requireReadable(accent);
    return this.transactions.run(async (tx) => {
      const present = await this.repository.lock(tx);
      if (present.version !== version) throw new AppError('changed-meanwhile');
      requireDefaultAmongOffered({ ...present, ...changes });
      const colors = accent && { accentLight: accent.light, accentDark: accent.dark };
      const none = { accentLight: null, accentDark: null };
      await this.repository.update(tx, {
        ...changes,
        ...(changes.languages && { languages: [...new Set(changes.languages)] }),
        ...(accent !== undefined && (colors ?? none)),
      });
      return this.finish(tx, actor, 'settings.update', origin);
    });
  }

  async setLogo(actor: Actor, request: Request, origin: RequestOrigin): Promise<PlatformSettings> {
    const { mediaType, bytes } = await this.images.receive(request, { ...logoLimits, longestSide: logoSide });
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
    return this.transactions.run(async (tx) => {
      await this.repository.lock(tx);
      await this.repository.putLogo(tx, { mediaType, bytes, hash });
      return this.finish(tx, actor, 'settings.set-logo', origin);
    });
  }

  async removeLogo(actor: Actor, origin: RequestOrigin): Promise<PlatformSettings> {
    return this.transactions.run(async (tx) => {
      await this.repository.lock(tx);
      const isGone = await this.repository.removeLogo(tx);
      return isGone ? this.finish(tx, actor, 'settings.remove-logo', origin) : this.platform.current(tx);
    });
  }

  private async finish(
    tx: EntityManager,
    actor: Actor,
    action: string,
    origin: RequestOrigin,
  ): Promise<PlatformSettings> {
    const about = { objectType: 'platform', objectId: null, result: 'done', origin } as const;
    await this.audit.record(tx, { actor, action, ...about });
    return this.platform.current(tx);
  }

  private requireFree(changes: Partial<Changes>): void {
    const { fixed } = this.platform;
    if (fixableSettings.some((name) => changes[name] !== undefined && fixed.includes(name))) {
      throw new AppError('setting-fixed');
    }
  }
}

function requireReadable(accent: NonNullable<Changes['accent']>): void {
  const errors = themes
    .filter((theme) => !isReadable(accent[theme], theme))
    .map((theme): FieldError => ({ path: `accent.${theme}`, code: `contrast-${theme}` }));
  if (errors.length > 0) throw new AppError('invalid-input', { errors });
}

function requireDefaultAmongOffered({
  defaultLanguage,
  languages,
}: Pick<PlatformRow, 'defaultLanguage' | 'languages'>): void {
  if (languages.includes(defaultLanguage)) return;
  throw new AppError('invalid-input', { errors: [{ path: 'defaultLanguage', code: 'not-offered' }] });
}
