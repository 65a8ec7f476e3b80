/** In the page: the save dialogue of the browser cannot be driven; a download, the way of every other browser, can. */
export function downloadInstead(): void {
  for (const picker of ['showSaveFilePicker', 'showOpenFilePicker']) Reflect.deleteProperty(window, picker);
}
