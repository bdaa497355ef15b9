import { postQuestion, type TableAnswer } from '../api/apiClient';
import type { AreaMeasureRow, ComuneMeasureRow } from '../api/measureRows';
import { differs } from '../api/otherState';
import { readBy } from '../api/ownRows';
import type { MeasureData } from './measureData';
import { measureDataOf } from './measureItems';
import { otherService } from './service';
import type { TrialData } from './viewData';
import type { ViewState } from './viewState';
import { weighedIn } from './weighed';

type Answer = TableAnswer<ComuneMeasureRow | AreaMeasureRow>;

/** What gives the measure of a view in the other state; null where there is none, or it is not known yet. */
export function otherMeasure(trial: TrialData, state: ViewState): (() => Promise<MeasureData>) | null {
  const { theme, against, other, sedi, ats, measure, level } = state;
  if (theme !== 'misure' || against === null) return null;
  if (against === 'altro') {
    if (!differs(other, sedi)) return null;
    return async () => measureOf(state, await otherService(state).measure(measure, level));
  }
  if (trial.changes.length === 0) return null;
  return async () =>
    measureOf(
      state,
      await postQuestion<Answer>(
        'measures',
        { measure, by: level, sedi, ...readBy('measures', ats, weighedIn(state)) },
        { changes: trial.changes },
      ),
    );
}

const measureOf = (state: ViewState, answer: Answer): MeasureData => measureDataOf(state, answer, [[], []]);
