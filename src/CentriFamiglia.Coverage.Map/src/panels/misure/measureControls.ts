import { el } from '../../drawing/dom';
import type { Change, ViewState } from '../../state/viewState';
import { CONTROL } from '../../text/controlWords';
import { MEASURE_WORDS, MEASURES, type Measure } from '../../text/measureWords';
import { CLASSING_WORDS, CLASSINGS, type Classing } from '../../text/viewWords';
import { field, options } from '../shared/fields';

/** Which measure the map shows, and how its values are put in classes. */
export class MeasureControls {
  readonly fields: HTMLElement[];
  private readonly measure = el('select', { id: 'misura' });
  private readonly classing = el('select', { id: 'classi' });

  constructor(change: Change) {
    options(
      this.measure,
      MEASURES.map((measure) => [measure, MEASURE_WORDS[measure].name]),
    );
    options(
      this.classing,
      CLASSINGS.map((classing) => [classing, CLASSING_WORDS[classing]]),
    );
    this.measure.addEventListener('change', () => change({ measure: this.measure.value as Measure }));
    this.classing.addEventListener('change', () => change({ classing: this.classing.value as Classing }));
    this.fields = [field(CONTROL.measure, this.measure), field(CONTROL.classes, this.classing)];
  }

  show(state: ViewState): void {
    for (const each of this.fields) each.hidden = state.theme !== 'misure';
    this.measure.value = state.measure;
    this.classing.value = state.classing;
  }
}
