import type { Theme } from '../it/viewWords';

export const VIEW_HELP_TITLE = 'What am I looking at?';
export const VIEW_TERMS_TITLE = 'The words of this view';
export const GUIDE_TITLE = 'Guide and glossary';

export const VIEW_HELP: Record<Theme, { words: string; terms: readonly string[] }> = {
  copertura: {
    words:
      'Whether each Ambito, Distretto or ATS has a Centro per la Famiglia. “Uncovered” means no Sede and no Hub that declares it: that is where to begin. “Not known” is not a shortfall: the Sedi have not been loaded.',
    terms: ['Ambito', 'Distretto', 'Hub', 'Spoke', 'Remit'],
  },
  tempi: {
    words:
      'How many minutes by car families need to the nearest Sede. Slanting lines mark those beyond the limit, which is a planning criterion and is not laid down by the act.',
    terms: ['Limit', 'Source of the times', 'SNAI class', 'Demand'],
  },
  misure: {
    words:
      'Other ways to measure access: besides distance, how many Sedi are reached and how contested they are. Each measure says how to read it under “What it measures”.',
    terms: ['2SFCA', 'Gravity', 'Gini, Theil'],
  },
  orari: {
    words:
      'Who finds a Sede open within the limit, on the day and at the time chosen. “Perhaps” is where there is a Sede but its hours are not known.',
    terms: ['Sede', 'Limit'],
  },
  proposte: {
    words:
      'Where it is worth opening more Spokes, in the order in which it is worth it, and where a new call for expressions of interest is needed. Choose the goal and the number of Spokes; “How they are chosen” says whether it is proved that there is nothing better.',
    terms: [
      'Candidate',
      'Maximal coverage',
      'p-median',
      'Proved optimum',
      'Catchment',
      'Call for expressions of interest',
    ],
  },
  rilievi: {
    words:
      'What the act asks, rule by rule, and how areas, networks and Sedi stand. “Not declared” means that the data do not say: it is not a breach.',
    terms: ['Outcome', 'Network', 'Verdict'],
  },
  fragilita: {
    words: 'What is lost if a single Sede closes, one at a time: the ten most critical are those to protect first.',
    terms: ['Sede', 'Catchment'],
  },
  risorse: {
    words:
      'The regional Fund, ATS by ATS: how much is allocated, how much the networks commit, how much is left. Where grants are not known, what is left is not known.',
    terms: ['Hub', 'Network'],
  },
  progettualita: {
    words:
      'The networks and what they declare: start, duration, lead body, Ambiti, partners. The map says, ATS by ATS, whether there are as many networks as the act states.',
    terms: ['Network', 'Hub'],
  },
  prova: {
    words:
      'What would change by adding, moving or closing Sedi. Try it on the map or by entering a Comune; nothing is written to the store, and the address of the page keeps the trial.',
    terms: ['Verdict', 'Reach'],
  },
  decisioni: {
    words:
      'The trials kept as scenarios, with what they cost and what they change; and the frozen analyses, whose figures stay as they are. The proposals of a published one are decided one by one, and the dossier and the minutes come of it.',
    terms: ['Verdict', 'Call for expressions of interest'],
  },
};

export const GUIDE_WORDS = {
  back: 'Back to the map',
  views: 'The views',
  intro:
    'The map is on the left; on the right, the panel has the sentence that sums up the view, the key figures and the list, with the same data. A row, or an area of the map, opens its sheet. The address in the bar repeats the view: it can be sent, saved or printed.',
};
