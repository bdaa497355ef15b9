import type { LayoutRow } from '../../api/layoutRows';
import { layoutState } from '../../domain/projects';
import { LAYOUT_PAINTS } from '../../drawing/styles';
import { POINTED } from '../../text/legendWords';
import { LAYOUT_WORDS } from '../../text/projectWords';
import type { Description } from './collection';

/** An ATS by whether its networks are as the act says. */
export function describeLayout(row: LayoutRow | undefined): Description {
  const state = layoutState(row);
  const { label } = LAYOUT_WORDS[state];
  const subtitle = row && row.reti !== null ? `${POINTED.networks(row.reti)} · ${row.differenze ?? label}` : label;
  return { subtitle, paint: LAYOUT_PAINTS[state] };
}
