import type { DemoCase } from '../demo-content.ts';
import { medtechHeerlenCase } from './cases/medtech-heerlen/case.ts';
import { overijsselCase } from './cases/overijssel/case.ts';
import { regiodealWaddenCase } from './cases/regiodeal-wadden/case.ts';
import { regiodealZvCase } from './cases/regiodeal-zv/case.ts';
import { schaalsprongCase } from './cases/schaalsprong/case.ts';
import { vragenlijstCase } from './cases/vragenlijst/case.ts';
import { zeeuwsVlaanderenCase } from './cases/zeeuws-vlaanderen/case.ts';

/** The cases that the programme has named in public, each in a folder of its own. The best comes first. */
export const cases: readonly DemoCase[] = [
  zeeuwsVlaanderenCase,
  regiodealZvCase,
  vragenlijstCase,
  schaalsprongCase,
  medtechHeerlenCase,
  regiodealWaddenCase,
  overijsselCase,
];
