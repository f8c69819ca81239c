import { Controller } from '@nestjs/common';
import { platformEndpoints } from '@kring/contracts';
import { Route } from '../common/route.ts';
import { SystemStateService } from './system-state.service.ts';

@Controller()
export class SystemStateController {
  constructor(private readonly state: SystemStateService) {}

  @Route(platformEndpoints.getSystemState)
  get() {
    return this.state.get();
  }
}
