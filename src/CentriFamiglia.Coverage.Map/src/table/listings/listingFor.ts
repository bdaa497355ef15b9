import { cureFor, type ViewData } from '../../state/viewData';
import { momentWords, type ViewState } from '../../state/viewState';
import { LIST } from '../../text/listWords';
import type { Listing } from './cells';
import { comuneListing } from './comuneListing';
import { decisionListing, NO_DECISIONS } from './decisionListing';
import { findingListing } from './findingListing';
import { fragilityListing } from './fragilityListing';
import { gapListing } from './gapListing';
import { openListing } from './hoursListing';
import { measureListing } from './measureListing';
import { projectListing } from './projectListing';
import { suggestionListing } from './proposalListing';
import { resourceListing } from './resourceListing';
import { trialListing } from './trialListing';
import { verdictListing } from './verdictListing';

/** The listing that goes with a view, and what to say where it has no lines. */
export function listingFor(data: ViewData, state: ViewState): Listing {
  const nothing = cureFor(data, state)?.why ?? (data.proposals ? LIST.noProposal : undefined);
  return { ...listingOf(data, state), ...(nothing ? { nothing } : {}) };
}

function listingOf(data: ViewData, state: ViewState): Listing {
  if (data.trial) return trialListing(data, data.trial, state);
  if (data.desk) return data.desk.run ? decisionListing(data, data.desk.run) : NO_DECISIONS;
  if (data.findings) return findingListing(data.findings, state);
  if (data.layout) return projectListing(data);
  if (data.resources) return resourceListing(data);
  if (data.fragility) return fragilityListing(data.fragility);
  if (data.open) return openListing(data.open, momentWords(state), data.otherHours);
  if (data.measure) return measureListing(data.measure, state, data.provenance.limits);
  if (state.theme === 'proposte') return suggestionListing(data);
  if (state.theme === 'copertura') return verdictListing(data, state);
  return state.level === 'comune' ? comuneListing(data) : gapListing(data, state);
}
