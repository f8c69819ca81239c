import { Module } from '@nestjs/common';
import { ImagesModule } from '../attachments/images.module.ts';
import { AuditModule } from '../audit/audit.module.ts';
import { AppearanceController } from './appearance.controller.ts';
import { PlatformSettingsRepository } from './platform-settings.repository.ts';
import { PlatformSettingsService } from './platform-settings.service.ts';
import { PlatformController } from './platform.controller.ts';
import { PlatformService } from './platform.service.ts';

/** What this installation is called and looks like. Offers `PlatformService`. */
@Module({
  imports: [AuditModule, ImagesModule],
  controllers: [AppearanceController, PlatformController],
  providers: [PlatformService, PlatformSettingsService, PlatformSettingsRepository],
  exports: [PlatformService],
})
export class PlatformModule {}
