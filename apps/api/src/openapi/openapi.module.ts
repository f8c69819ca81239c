import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.ts';
import { OpenApiController } from './openapi.controller.ts';

/** The API's own description, for whoever builds on it. */
@Module({ imports: [IdentityModule], controllers: [OpenApiController] })
export class OpenApiModule {}
