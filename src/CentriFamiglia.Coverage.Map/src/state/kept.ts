/** Made once of its parts, and anew only where one of them is another. */
export class Kept<Made> {
  private last: { parts: readonly unknown[]; made: Made } | null = null;

  of(parts: readonly unknown[], make: () => Made): Made {
    const { last } = this;
    const isSame = last?.parts.length === parts.length && parts.every((part, i) => part === last.parts[i]);
    if (last && isSame) return last.made;
    const made = make();
    this.last = { parts, made };
    return made;
  }
}
