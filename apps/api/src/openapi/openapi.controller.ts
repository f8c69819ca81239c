import { Controller, Inject } from '@nestjs/common';
import { OpenRoute } from '../common/open-route.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { LoginCookie } from '../identity/login-cookie.ts';
import { createOpenApiDocument } from './openapi-document.ts';

@Controller()
export class OpenApiController {
  private readonly document: ReturnType<typeof createOpenApiDocument>;

  constructor(@Inject(SETTINGS) { publicUrl }: Settings, cookie: LoginCookie) {
    this.document = createOpenApiDocument({ publicUrl, cookieName: cookie.name });
  }

  @OpenRoute('openapi.json')
  get() {
    return this.document;
  }
}
