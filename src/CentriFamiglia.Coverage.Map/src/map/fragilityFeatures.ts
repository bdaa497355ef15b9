import { WEIGHTS, weightOf } from '../domain/fragility';
import type { FragilityData } from '../state/viewData';
import type { ViewState } from '../state/viewState';
import { type Collection, collection } from './collection';

/** The sedi, the larger the more is lost if they close. */
export const fragilityPoints = ({ sites }: FragilityData, state: ViewState): Collection =>
  collection(
    sites.features.map(({ geometry, properties: row }) => {
      const { label, fill, ink, radius } = WEIGHTS[weightOf(row)];
      return {
        type: 'Feature',
        geometry,
        properties: {
          kind: 'sede',
          code: row.site_id,
          title: row.name,
          subtitle: row.posizione === null ? label : `${row.posizione}ª · ${label.toLowerCase()}`,
          fill,
          ink,
          radius,
          outside: state.ats !== null && row.ats !== state.ats,
        },
      };
    }),
  );
