import type { Demand } from '../text/peopleWords';
import { ownAts } from './account';
import type { Query } from './apiClient';
import { weighing } from './weighing';

/** Questions whose answer may be of one ATS. */
export const OF_ATS = [
  'coverage',
  'gaps',
  'week',
  'measures',
  'catchments',
  'suggestions',
  'curve',
  'fragility',
  'budget',
  'rimodulazione',
  'findings',
  'assetto',
  'dotazioni',
  'exceptions',
  'compare',
  'what-if',
  'sites',
  'networks',
  'isochrones',
];

/** The ATS that everything is asked about: of several that an account reads, one at a time; null where the service needs no word of it. */
export const oneOfOwn = (ats: string | null): string | null => ((ownAts()?.length ?? 0) > 1 ? ats : null);

/** The same as a parameter of a question; nothing where the question knows none. */
export const ofOwn = (resource: string, ats: string | null): Query => {
  const own = OF_ATS.includes(resource) ? oneOfOwn(ats) : null;
  return own === null ? {} : { ats: own };
};

/** Of which ATS a question is, for who reads several, and whose travel it weighs. */
export const readBy = (resource: string, ats: string | null, demand: Demand): Query => ({
  ...ofOwn(resource, ats),
  ...weighing(resource, demand),
});
