import type { PaddingOptions } from 'maplibre-gl';

/** Room for the legend on the left; on a narrow screen nothing lies over the map. */
export function paddingFor(container: HTMLElement, coveredRight: number): PaddingOptions {
  const { clientWidth } = container;
  if (clientWidth < 560) return { top: 14, bottom: 14, left: 14, right: 14 };
  const left = coveredRight > 0 && clientWidth < 900 ? 20 : 212;
  return { top: 20, bottom: 20, left, right: 24 + coveredRight };
}

/** What the engine says of its own. */
export const ITALIAN = {
  'Map.Title':
    'Mappa: frecce per spostare, più e meno per ingrandire, n e p per andare ad aree e sedi, Invio per aprirle; la tabella dà gli stessi dati',
  'NavigationControl.ZoomIn': 'Ingrandisci',
  'NavigationControl.ZoomOut': 'Rimpicciolisci',
  'ScaleControl.Meters': 'm',
  'ScaleControl.Kilometers': 'km',
  'Popup.Close': 'Chiudi',
};
