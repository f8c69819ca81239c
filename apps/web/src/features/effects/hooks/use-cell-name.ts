import type { EffectCell } from '@kring/contracts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { MatrixView } from '../model/matrix-view.ts';

type Place = Pick<EffectCell, 'theme' | 'dimension' | 'optionId'>;

/** How a cell is called: "Wonen, later", and with its option where more than one is meant. */
export function useCellName(view: MatrixView) {
  const { t } = useTranslation('effects');
  const short = ({ theme, dimension }: Place) => {
    const name = view.themeName(theme);
    return dimension === 'effect' ? name : `${name}, ${t(`dimension.${dimension}`).toLowerCase()}`;
  };
  const full = (cell: Place) => {
    const option = view.options.find(({ id }) => id === cell.optionId);
    return option ? `${short(cell)} (${option.title})` : short(cell);
  };
  return { short, full };
}
