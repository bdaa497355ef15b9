import { el, svg } from '../drawing/dom';
import type { Change, ViewState } from '../state/viewState';
import { LAYER_WORDS, MAP_LAYERS, type MapLayer, MORE_LAYERS } from '../text/mapWords';

/** How each layer looks, as the map draws it. */
const SAMPLES: Record<MapLayer, () => SVGElement[]> = {
  asst: () => [line({ stroke: '#5d7184', 'stroke-width': 1.4 })],
  province: () => [line({ stroke: '#2b3f54', 'stroke-width': 1.8, 'stroke-dasharray': '5 3' })],
  residenti: () =>
    [4, 9, 12, 18, 21].map((x, i) => svg('circle', { cx: x, cy: 4 + ((i * 5) % 9), r: 1.3, fill: '#33475b' })),
  reti: () => [line({ stroke: '#17324d', 'stroke-width': 1.8 })],
  percorsi: () => [line({ stroke: '#4f6374', 'stroke-width': 0.9 })],
};

const line = (attributes: Record<string, string | number>) =>
  svg('line', { x1: 1, y1: 8, x2: 23, y2: 8, ...attributes });

/** What the map may show besides the answers: a choice, its sample and its words in one. */
export class LayerControls {
  private readonly boxes = new Map<MapLayer, HTMLInputElement>();
  private readonly fields = new Map<MapLayer, HTMLElement>();
  private readonly frame: HTMLDetailsElement;
  private state: ViewState | null = null;

  constructor(after: HTMLElement, change: Change) {
    for (const layer of MAP_LAYERS) {
      const choose = () => change({ layers: this.chosen() });
      const box = el('input', { type: 'checkbox', id: `strato-${layer}`, onchange: choose });
      const { label, meaning } = LAYER_WORDS[layer];
      const sample = svg(
        'svg',
        { class: 'swatch-line', viewBox: '0 0 24 16', 'aria-hidden': 'true' },
        ...SAMPLES[layer](),
      );
      this.boxes.set(layer, box);
      this.fields.set(
        layer,
        el(
          'label',
          { class: 'check' },
          box,
          sample,
          el('span', {}, label, meaning && ' ', meaning && el('small', {}, meaning)),
        ),
      );
    }
    this.frame = el('details', { class: 'layers' }, el('summary', {}, MORE_LAYERS), ...this.fields.values());
    after.after(this.frame);
  }

  show(state: ViewState): void {
    // What an address asks for is seen in the legend.
    if (this.state === null && state.layers.length > 0) this.frame.open = true;
    this.state = state;
    for (const [layer, box] of this.boxes) box.checked = state.layers.includes(layer);
    const journeys = this.fields.get('percorsi');
    if (journeys) journeys.hidden = state.theme !== 'tempi';
  }

  private chosen = (): MapLayer[] => MAP_LAYERS.filter((layer) => this.boxes.get(layer)?.checked);
}
