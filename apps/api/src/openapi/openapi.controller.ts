import { Controller, Inject } from '@nestjs/common';
import { OpenRoute } from '../common/open-route.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { LoginCookie } from '../identity/login-cookie.ts';
import { createOpenApiDocument } from './openapi-document.ts';

@Controller()
export class OpenApiController {
  /** Made for whoever asks first: most servers start and stop without anybody who does. */
  private document: ReturnType<typeof createOpenApiDocument> | null = null;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly cookie: LoginCookie,
  ) {}

  @OpenRoute('openapi.json')
  get() {
    const { publicUrl } = this.settings;
    this.document ??= createOpenApiDocument({ publicUrl, cookieName: this.cookie.name });
    return this.document;
  }
}
