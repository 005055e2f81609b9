// Sets theme, density and name blur before the first paint. src/ui/theme.ts takes over from here.
(function () {
  var looks = {};
  try {
    looks = JSON.parse(localStorage.getItem('looks') || '{}') || {};
  } catch {}
  var root = document.documentElement;
  var dark =
    looks.theme === 'dark' ||
    (looks.theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = dark ? 'dark' : 'light';
  root.dataset.density = looks.density === 'comfortable' ? 'comfortable' : 'compact';
  root.toggleAttribute('data-privacy', looks.privacy === true);
})();
