import { freeShare, SHARE_CLASSES } from '../../domain/resources';
import { plain } from '../../drawing/paint';
import { swatch } from '../../drawing/patterns';
import { NOT_KNOWN, OVERSPENT } from '../../drawing/styles';
import type { ViewData } from '../../state/viewData';
import { RESOURCE_WORDS } from '../../text/resourceWords';
import { VERDICT_WORDS } from '../../text/words';
import { entry } from '../shared/parts';

/** The classes of the free share; that something is exceeded or not known only where it is so. */
export function resourceEntries({ budget }: Pick<ViewData, 'budget'>): HTMLElement[] {
  const isOver = budget.some((row) => (freeShare(row) ?? 0) < 0);
  const isUnknown = budget.some((row) => freeShare(row) === null);
  return [
    ...SHARE_CLASSES.map(({ fill, label }) => entry(swatch(plain(fill)), label)),
    ...(isOver ? [entry(swatch(OVERSPENT), RESOURCE_WORDS.over, RESOURCE_WORDS.overMeaning)] : []),
    ...(isUnknown ? [entry(swatch(NOT_KNOWN), VERDICT_WORDS.NON_CARICATO.label, RESOURCE_WORDS.notKnown)] : []),
  ];
}
