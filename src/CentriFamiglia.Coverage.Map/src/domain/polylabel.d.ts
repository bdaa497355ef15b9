declare module 'polylabel' {
  /** Pole of inaccessibility of a polygon, in the units of its coordinates. */
  export default function polylabel(polygon: number[][][], precision?: number): [number, number];
}
