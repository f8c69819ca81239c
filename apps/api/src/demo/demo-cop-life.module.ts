import { Module } from '@nestjs/common';
import { EffectsModule } from '../effects/effects.module.ts';
import { LearningAgendaModule } from '../learning-agenda/learning-agenda.module.ts';
import { LibraryModule } from '../library/library.module.ts';
import { NotificationsModule } from '../notifications/notifications.module.ts';
import { TimelineModule } from '../timeline/timeline.module.ts';
import { DemoAgendaLoader } from './demo-agenda-loader.ts';
import { DemoCopLifeLoader } from './demo-cop-life-loader.ts';
import { DemoDatesLoader } from './demo-dates-loader.ts';
import { DemoEffectsLoader } from './demo-effects-loader.ts';
import { DemoNoticesLoader } from './demo-notices-loader.ts';

/** What the CoPs of the demo programme have around their cases. Offers `DemoAgendaLoader` and `DemoCopLifeLoader`. */
@Module({
  imports: [EffectsModule, LearningAgendaModule, LibraryModule, NotificationsModule, TimelineModule],
  providers: [DemoAgendaLoader, DemoCopLifeLoader, DemoDatesLoader, DemoEffectsLoader, DemoNoticesLoader],
  exports: [DemoAgendaLoader, DemoCopLifeLoader],
})
export class DemoCopLifeModule {}
