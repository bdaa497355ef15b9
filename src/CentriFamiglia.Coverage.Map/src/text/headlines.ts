import { catalogue } from './catalogue';

export type {
  FindingFigures,
  FragilityFigures,
  MeasureFigures,
  OpenFigures,
  ProposalOutcome,
  TravelFigures,
} from './it/headlines';

export const {
  travelHeadline,
  measureHeadline,
  openHeadline,
  proposalHeadline,
  findingHeadline,
  fragilityHeadline,
  NO_TRIAL,
  trialPending,
} = catalogue;
