// The portable file is large: that it is opening is said before the browser has read it to its end.
{
  const WORDS = {
    en: 'Sextant is opening …',
    fr: 'Sextant s’ouvre…',
    es: 'Sextant se está abriendo…',
    ar: 'يجري فتح Sextant…',
  };
  const spoken = [...navigator.languages, 'en'];
  try {
    // What was chosen (src/storage/preference-storage.ts).
    spoken.unshift(JSON.parse(localStorage.getItem('sextant-preferences')).language);
  } catch {
    // Nothing was chosen, or the browser keeps nothing.
  }
  const code = spoken.map((one) => String(one).slice(0, 2).toLowerCase()).find((one) => one in WORDS);
  const line = document.currentScript.previousElementSibling;
  line.lang = code;
  line.dir = code === 'ar' ? 'rtl' : 'ltr';
  line.textContent = WORDS[code];
}
