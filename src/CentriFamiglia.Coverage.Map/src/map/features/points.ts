import { suggestionCode } from '../../domain/proposals';
import { SITE_MARKERS } from '../../drawing/markerStyles';
import { markerId } from '../../drawing/markers';
import { pinId } from '../../drawing/pins';
import { isMixed } from '../../state/siteKinds';
import type { ViewData } from '../../state/viewData';
import type { ViewState } from '../../state/viewState';
import { TRIAL } from '../../text/trialWords';
import { NOT_NEEDED, ROLE_WORDS, SUGGESTION_WORDS } from '../../text/words';
import { type Collection, drawn } from './collection';
import { doorPoints } from './doorFeatures';
import { findingPoints } from './findingFeatures';
import { fragilityPoints } from './fragilityFeatures';

/** Points of the views that have their own: they stand in the place of the sedi. */
export function ownPoints(data: ViewData, state: ViewState): Collection | null {
  if (data.findings) return findingPoints(data.findings, state);
  if (data.fragility) return fragilityPoints(data.fragility, state);
  return data.open ? doorPoints(data, data.open, state) : null;
}

/** Only what counts is on the map: planned and closed sedi are in the downloads. */
export function siteMarkers(data: ViewData, state: ViewState): Collection {
  const active = data.sites.features.filter((f) => f.properties.status === 'active');
  const mixed = isMixed(
    active.map((f) => f.properties),
    data.trial,
  );
  return drawn({ ...data.sites, features: active }, state, (row) => ({
    kind: 'sede',
    code: row.site_id,
    title: row.name,
    subtitle: `${ROLE_WORDS[row.role]} · ${row.comune ?? row.pro_com_t}`,
    marker: markerId({ ...SITE_MARKERS[row.role], madeUp: mixed && row.dimostrativo }),
    rank: row.role === 'hub' ? 1 : 0,
  }));
}

/** The sedi of a trial: those it changes have a ring, those it closes are faint. */
export function trialMarkers(data: ViewData, state: ViewState): Collection {
  const byId = new Map(data.trial?.changes.map((change) => [change.id, change.op]));
  const markers = siteMarkers(data, state);
  return {
    ...markers,
    features: markers.features.map((feature) => {
      const op = byId.get(String(feature.properties?.['code']));
      if (!op) return feature;
      const faint =
        op === 'close' ? { outside: true, subtitle: TRIAL.closedHere } : { trial: true, outside: false, rank: 3 };
      return { ...feature, properties: { ...feature.properties, ...faint } };
    }),
  };
}

export function suggestionMarkers(data: ViewData, state: ViewState): Collection {
  return drawn(data.suggestions, state, (row) => ({
    kind: 'proposta',
    code: suggestionCode(row),
    title: `${row.ordine} · ${row.comune}`,
    subtitle: row.serve_allo_scopo
      ? SUGGESTION_WORDS[row.tipo].label
      : `${SUGGESTION_WORDS[row.tipo].label}: ${NOT_NEEDED}`,
    marker: pinId(row.tipo, row.ordine),
    // Where pins lie on each other the first is on top.
    rank: 1000 - row.ordine,
  }));
}
