import { z } from 'zod';

/** Who can see an object, from narrow to wide. The order is the meaning: compare with `isWider`. */
export const visibilities = [
  'private',
  'session',
  'cop',
  'all-cops',
  'cops-and-partners',
  'network',
  'public',
] as const;
export const visibilitySchema = z.enum(visibilities);
export type Visibility = z.infer<typeof visibilitySchema>;

/** Levels that a case can have. The others belong to sessions, reviews and publications. */
export const caseVisibilities = [
  'private',
  'cop',
  'all-cops',
  'network',
] as const satisfies readonly Visibility[];
export const caseVisibilitySchema = z.enum(caseVisibilities);
export type CaseVisibility = z.infer<typeof caseVisibilitySchema>;

export function isWider(candidate: Visibility, than: Visibility): boolean {
  return visibilities.indexOf(candidate) > visibilities.indexOf(than);
}
