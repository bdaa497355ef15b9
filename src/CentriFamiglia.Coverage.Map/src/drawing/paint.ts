/** How a surface is drawn: the pattern tells apart without the colour. */
export type Pattern = 'plain' | 'diagonal' | 'cased' | 'cross' | 'dots' | 'level';

/** How one surface of the map is drawn; lines or dots have the ink. */
export interface Paint {
  fill: string;
  pattern: Pattern;
  ink: string;
}

export const plain = (fill: string): Paint => ({ fill, pattern: 'plain', ink: fill });

/** How a point of the map is drawn, and its radius in CSS pixels. */
export interface Dot {
  fill: string;
  ink: string;
  radius: number;
}
