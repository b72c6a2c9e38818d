/** Has the words of an element read out through a live region, which has to be there before them. */
export function announce(element: HTMLElement, region: HTMLElement): () => void {
  const line = element.ownerDocument.createElement("p");
  // Time to notice a region that has just moved.
  const timers = [
    setTimeout(() => {
      // Words of separate lines stay apart, and what is not shown is left out.
      // biome-ignore lint/performance/useDomNodeTextContent: so does innerText only.
      line.textContent = element.innerText;
      region.append(line);
    }, 100),
    // Read by then; nobody should come across it again.
    setTimeout(() => line.remove(), 2000),
  ];
  return () => {
    timers.forEach(clearTimeout);
    line.remove();
  };
}
