/** What is dragged is one of our gaps: nothing else that somebody drags over the page is taken. */
const GAP = 'application/x-sextant-gap';

export const dragsGap = (id: string) => (event: DragEvent) => event.dataTransfer?.setData(GAP, id);

/** Where a gap may be dropped; the same is done with buttons and keys. */
export function takesGap(ondrop: (id: string) => void) {
  const isGap = (event: DragEvent) => event.dataTransfer?.types.includes(GAP) === true;
  return {
    ondragover: (event: DragEvent) => isGap(event) && event.preventDefault(),
    ondrop: (event: DragEvent) => {
      if (!isGap(event)) return;
      event.preventDefault();
      ondrop(event.dataTransfer?.getData(GAP) ?? '');
    },
  };
}
