import { weightOf } from '../../domain/fragility';
import { WEIGHT_DOTS } from '../../drawing/styles';
import type { FragilityData } from '../../state/viewData';
import type { ViewState } from '../../state/viewState';
import { SAID } from '../../text/labels';
import { WEIGHT_WORDS } from '../../text/viewWords';
import { type Collection, drawn } from './collection';

/** The sedi, the larger the more is lost if they close. */
export const fragilityPoints = ({ sites }: FragilityData, state: ViewState): Collection =>
  drawn(sites, state, (row) => {
    const weight = weightOf(row);
    const label = WEIGHT_WORDS[weight];
    return {
      kind: 'sede',
      code: row.site_id,
      title: row.name,
      subtitle: row.posizione === null ? label : `${SAID.place(row.posizione)} · ${label.toLowerCase()}`,
      ...WEIGHT_DOTS[weight],
    };
  });
