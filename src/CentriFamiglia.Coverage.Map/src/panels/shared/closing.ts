/** Escape in a container, or a press elsewhere, closes what is open in it; the focus comes back to its title. */
export function closeFromElsewhere(container: HTMLElement, open: () => HTMLDetailsElement | null): void {
  document.addEventListener('pointerdown', (event) => {
    const details = open();
    if (details && !details.contains(event.target as Node)) details.open = false;
  });
  container.addEventListener('keydown', (event) => {
    const details = open();
    if (event.key !== 'Escape' || !details) return;
    event.stopPropagation();
    details.open = false;
    details.querySelector('summary')?.focus();
  });
}
