// Light or dark: the system's choice until the reader presses the button.
emic.scheme = (() => {
  const root = document.documentElement, key = 'emic-scheme';
  try { root.dataset.scheme = localStorage.getItem(key) || ''; } catch { /* storage is off */ }

  document.addEventListener('click', event => {
    if (!(event.target instanceof Element && event.target.closest('.scheme'))) return;
    const now = root.dataset.scheme || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
    const next = root.dataset.scheme = now === 'dark' ? 'light' : 'dark';
    try { localStorage.setItem(key, next); } catch { /* storage is off */ }
  });
  return { key };
})();
