import { applyDecorators, RequestMapping, RequestMethod, SetMetadata } from '@nestjs/common';

const OPEN = 'kring:open';

/** A GET that answers anybody and stands outside the contracts; the boot check knows each by name. */
export function OpenRoute(path: string): MethodDecorator {
  return applyDecorators(SetMetadata(OPEN, true), RequestMapping({ method: RequestMethod.GET, path }));
}

export function isOpenRoute(handler: object): boolean {
  return Reflect.getMetadata(OPEN, handler) === true;
}
