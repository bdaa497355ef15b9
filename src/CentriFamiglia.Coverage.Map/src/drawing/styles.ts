import type { LayoutState } from '../text/projectWords';
import type { Reach, Shift, Weight } from '../text/viewWords';
import type { Outcome, Verdict } from '../text/words';
import { type Dot, type Paint, plain } from './paint';

/** One scale for every judgement, from served to not declared: the four differ in lightness too. */
const SERVED = plain('#6ba3c7');
const IN_PART: Paint = { fill: '#dcebf5', pattern: 'diagonal', ink: '#4b88ae' };
const MISSING: Paint = { fill: '#f4b06a', pattern: 'cross', ink: '#a8480a' };
const UNSAID: Paint = { fill: '#eceae6', pattern: 'dots', ink: '#8b8780' };

/** Nothing is known: no judgement and no value of any view is drawn like it. */
export const NOT_KNOWN: Paint = { fill: '#f7f6f3', pattern: 'level', ink: '#aaa69e' };

export const DARK = '#17324d';
export const PALE = '#ffffff';

export const VERDICT_PAINTS: Record<Verdict, Paint> = {
  SEDE: SERVED,
  COMPETENZA: IN_PART,
  SCOPERTO: MISSING,
  NON_CARICATO: NOT_KNOWN,
};

export const OUTCOME_PAINTS: Record<Outcome, Paint> = {
  non_conforme: MISSING,
  non_dichiarato: UNSAID,
  informativo: IN_PART,
  conforme: SERVED,
};

/** What matters more is larger. */
export const OUTCOME_RADII: Record<Outcome, number> = {
  non_conforme: 7,
  non_dichiarato: 5.5,
  informativo: 4.5,
  conforme: 3.5,
};

/** Contributions that exceed what is at an ATS's disposal. */
export const OVERSPENT = MISSING;

export const LAYOUT_PAINTS: Record<LayoutState, Paint> = {
  uguale: SERVED,
  diverso: IN_PART,
  nonConfrontato: UNSAID,
  nonNoto: NOT_KNOWN,
};

export const REACH_PAINTS: Record<Reach, Paint> = {
  entro: SERVED,
  forse: IN_PART,
  oltre: MISSING,
  ignoto: UNSAID,
  nonNoto: NOT_KNOWN,
};

export const WEIGHT_DOTS: Record<Weight, Dot> = {
  critica: { fill: MISSING.ink, ink: PALE, radius: 8 },
  conta: { fill: MISSING.fill, ink: MISSING.ink, radius: 5 },
  nulla: { fill: PALE, ink: DARK, radius: 3.5 },
};

/** What a trial changes: gained and lost differ in pattern and in lightness, not in colour alone. */
export const SHIFT_PAINTS: Record<Shift, Paint> = {
  guadagna: plain('#2a7797'),
  meglio: IN_PART,
  uguale: plain('#f0f1ee'),
  peggio: { fill: '#fbe3cb', pattern: 'diagonal', ink: '#c97a2b' },
  perde: MISSING,
  ignoto: UNSAID,
};

/** A comune or an area that the view does not judge. */
export const ASIDE: Paint = plain('#f0f1ee');

/** Roads are ground, never an answer. */
export const ROAD_GREYS = { great: '#4a5560', less: '#76818c' };

/** What is proposed has one colour, told apart by number: it is none of the judgements', dark enough for a white figure on it. */
export const PROPOSED = '#8a1c5c';
export const IN_CATCHMENT: Paint = plain('#f3dce8');

/** Lines over a class colour: the planning criterion is not met. */
export const BEYOND_LIMIT: Omit<Paint, 'fill'> = { pattern: 'cased', ink: '#b3261e' };

/** No sede can be reached, or there is no value. */
export const UNREACHABLE: Paint = { fill: '#d9d5cf', pattern: 'dots', ink: '#6b645c' };
