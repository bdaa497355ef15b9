import { minuteClasses } from '../../src/domain/classes';
import { NOTHING_READ } from '../../src/state/nothingRead';
import type { ViewData } from '../../src/state/viewData';
import { DEFAULT_VIEW, type ViewState } from '../../src/state/viewState';

export const view = (change: Partial<ViewState> = {}): ViewState => ({ ...DEFAULT_VIEW, ...change });

/** All that a view shows, with nothing in it but what is given; limits of 20, 30 and 40 minutes. */
export const shown = (own: Partial<ViewData> = {}): ViewData => ({
  ...NOTHING_READ,
  provenance: {
    date: '2026-01-31',
    snapshot: 'f00d',
    ruleSet: 'D.G.R. XII/1507/2023',
    sedi: { name: 'note', complete: true, completeFor: [], demonstration: false, active: 2 },
    excluded: { residents: 0, comuni: 0 },
    leftOut: 0,
    staleSince: '',
    demand: '',
    weighed: { kind: 'residenti', year: 2023 },
    travel: { kind: 'rete', errorMinutes: null },
    limits: [20, 30, 40],
    attributions: [],
    warnings: [],
  },
  classes: minuteClasses([20, 30, 40]),
  borders: 'b0',
  mostSpokes: 8,
  totals: new Map(),
  networks: new Map(),
  ...own,
});
