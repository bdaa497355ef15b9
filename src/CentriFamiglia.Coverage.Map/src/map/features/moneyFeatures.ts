import type { BudgetRow } from '../../api/rows';
import { freeShare, freeWords } from '../../domain/resources';
import { paintFree } from '../../drawing/painting';
import { formatPercent, wholeEuros } from '../../text/numbers';
import { RESOURCE_WORDS } from '../../text/resourceWords';
import type { Description } from './collection';

/** An ATS by the share of its money that is free. */
export function describeMoney(row: BudgetRow | undefined): Description {
  const share = row ? freeShare(row) : null;
  if (!row || share === null) return { subtitle: RESOURCE_WORDS.notKnown, paint: paintFree(null) };
  return {
    subtitle: `${RESOURCE_WORDS.free}: ${freeWords(row, wholeEuros(row.libero_eur))} (${formatPercent(share)})`,
    paint: paintFree(share),
  };
}
