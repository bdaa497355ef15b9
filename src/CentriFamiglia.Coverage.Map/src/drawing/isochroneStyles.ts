import { ISOCHRONE_MINUTES } from '../domain/isochrones';

/** How the area within so many minutes is drawn. */
interface IsochroneStyle {
  minutes: number;
  fill: string;
}

/** From near to far, from dark to light: the nearest lies on top. */
export const ISOCHRONES: readonly IsochroneStyle[] = [
  { minutes: ISOCHRONE_MINUTES[0], fill: '#5b2a86' },
  { minutes: ISOCHRONE_MINUTES[1], fill: '#9465bd' },
  { minutes: ISOCHRONE_MINUTES[2], fill: '#cdb3e3' },
];

export const isochroneStyle = (minutes: number): IsochroneStyle =>
  ISOCHRONES.find((style) => minutes <= style.minutes) ?? (ISOCHRONES[ISOCHRONES.length - 1] as IsochroneStyle);
