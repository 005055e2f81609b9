// Sets theme, density and name blur before the first paint. src/ui/theme.ts takes over from here.
{
  let looks = {};
  try {
    looks = JSON.parse(localStorage.getItem('looks') ?? '{}') ?? {};
  } catch {
    // A broken entry is as good as none.
  }
  const root = document.documentElement;
  const isDark =
    looks.theme === 'dark' ||
    (looks.theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = isDark ? 'dark' : 'light';
  root.dataset.density = looks.density === 'comfortable' ? 'comfortable' : 'compact';
  root.toggleAttribute('data-privacy', looks.privacy === true);
}
