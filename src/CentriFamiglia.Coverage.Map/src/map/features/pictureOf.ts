import type { ViewData } from '../../state/viewData';
import { showsSuggestions, type ViewState } from '../../state/viewState';
import { type Collection, EMPTY } from './collection';
import { links } from './links';
import { areaNames } from './names';
import type { Ground, Versions } from './painting';
import { ownPoints, siteMarkers, suggestionMarkers, trialMarkers } from './points';
import { proposalLines } from './proposalFeatures';
import { surfaces } from './surfaces';

type CollectionName = 'areaLabels' | 'sites' | 'suggestions' | 'proposalLines' | 'points' | 'links';

/** What a view draws: the collection of each of its sources, and which of the layers that a choice hides are seen. */
export interface Picture {
  versions: Versions;
  /** Areas or comuni, at their points: how each looks is told to its tiles. */
  areas: Collection;
  collections: Record<CollectionName, Collection>;
  visible: Record<'sites' | 'trial-rings' | 'suggestions' | 'residents', boolean>;
  ground: Ground;
}

/** The picture of a state: two states give two pictures to lay side by side. */
export function pictureOf(data: ViewData, state: ViewState): Picture {
  const points = ownPoints(data, state);
  const sites = state.showSites && points === null;
  return {
    versions: { borders: data.borders, data: data.provenance.snapshot.slice(0, 16) },
    areas: surfaces(data, state),
    collections: {
      areaLabels: areaNames(data.areas, data.areaLevel),
      sites: (data.trial ? trialMarkers : siteMarkers)(data, state),
      suggestions: suggestionMarkers(data, state),
      proposalLines: proposalLines(data),
      points: points ?? EMPTY,
      links: links(data, state),
    },
    visible: {
      sites,
      'trial-rings': sites,
      suggestions: showsSuggestions(state),
      residents: state.layers.includes('residenti'),
    },
    ground: { demand: state.layers.includes('punti'), roads: data.hasRoads && state.roads },
  };
}
