import { type LngLatLike, type Map as MapLibreMap, Popup } from 'maplibre-gl';
import type { Picked } from './features/collection';

/** Two lines beside what the pointer, or the keyboard, is on. */
export class Tooltip {
  private readonly popup = new Popup({
    closeButton: false,
    closeOnClick: false,
    className: 'map-tooltip',
    offset: 14,
  });

  constructor(private readonly map: MapLibreMap) {}

  /** Of nothing there is none. */
  show(at: LngLatLike, picked: Pick<Picked, 'title' | 'subtitle'> | null): void {
    if (!picked) {
      this.hide();
      return;
    }
    const first = document.createElement('strong');
    first.textContent = picked.title;
    const second = document.createElement('span');
    second.textContent = picked.subtitle;
    const content = document.createElement('div');
    content.append(first, second);
    this.popup.setLngLat(at).setDOMContent(content);
    if (!this.popup.isOpen()) this.popup.addTo(this.map);
  }

  hide = (): void => {
    this.popup.remove();
  };
}
