// Before the first paint, so that a dark page never flashes white.
(function () {
  var root = document.documentElement;
  var wanted = root.dataset.theme;
  var dark = wanted === 'dark' || (wanted !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.bsTheme = dark ? 'dark' : 'light';
})();
