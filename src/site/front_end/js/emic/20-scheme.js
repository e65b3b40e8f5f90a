// Light or dark: the system's choice until the reader presses the button.
(() => {
  const is = document.documentElement.dataset,
    key = 'emic-scheme';
  try {
    is.scheme = localStorage.getItem(key) || '';
  } catch {
    /* storage is off */
  }

  document.addEventListener('click', event => {
    if (!(event.target instanceof Element && event.target.closest('.scheme'))) return;
    const dark = is.scheme ? is.scheme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    is.scheme = dark ? 'light' : 'dark';
    try {
      localStorage.setItem(key, is.scheme);
    } catch {
      /* storage is off */
    }
  });
})();
