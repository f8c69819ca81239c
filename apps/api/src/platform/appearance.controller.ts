import { Controller, Header, Req, Res, StreamableFile } from '@nestjs/common';
import type { Request, Response } from 'express';
import { AppError } from '../common/app-error.ts';
import { OpenRoute } from '../common/open-route.ts';
import { appearanceCss } from './appearance-css.ts';
import { PlatformSettingsRepository } from './platform-settings.repository.ts';
import { PlatformService } from './platform.service.ts';

/** How this platform looks, for everybody: pages ask for it before they draw anything, so that nothing flashes. */
@Controller()
export class AppearanceController {
  constructor(
    private readonly platform: PlatformService,
    private readonly repository: PlatformSettingsRepository,
  ) {}

  @OpenRoute('appearance.css')
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'no-cache')
  async css(): Promise<string> {
    return appearanceCss((await this.platform.current()).accent);
  }

  /** Written anew by this server, so it is an image and nothing else. */
  @OpenRoute('logo')
  async logo(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile | undefined> {
    const logo = await this.repository.readLogo();
    if (!logo) throw new AppError('not-found');
    response.setHeader('etag', `"${logo.hash}"`);
    response.setHeader('cache-control', 'no-cache');
    if (request.headers['if-none-match'] === `"${logo.hash}"`) {
      response.status(304);
      return undefined;
    }
    return new StreamableFile(logo.bytes, { type: logo.mediaType, length: logo.bytes.length });
  }
}
