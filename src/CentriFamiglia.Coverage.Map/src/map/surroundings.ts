import type { PaddingOptions } from 'maplibre-gl';

/** Room for what lies over the map on the left; on a narrow screen nothing does. */
export function paddingFor(container: HTMLElement): PaddingOptions {
  const canvas = container.getBoundingClientRect();
  const over = container.parentElement?.querySelector('.legend')?.getBoundingClientRect();
  const covered = over && over.top < canvas.bottom - 1 ? over.right - canvas.left : 0;
  // Where it takes half of the map, the map is seen whole rather than hardly at all.
  const left = covered > 0 && covered < canvas.width / 2 ? covered + 10 : 14;
  return { top: 18, bottom: 18, left, right: 18 };
}
