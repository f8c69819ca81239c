// Runs before the first paint, so that the chosen theme and language never flash.
(function () {
  var root = document.documentElement;
  try {
    var theme = localStorage.getItem('kring.theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    var language = localStorage.getItem('kring.language');
    if (language === 'nl' || language === 'en') root.lang = language;
    document.title = localStorage.getItem('kring.name') || document.title;
    if (localStorage.getItem('kring.rail') === 'collapsed') root.dataset.rail = 'collapsed';
  } catch {
    // Storage may be switched off; the defaults are right then.
  }
  var isDark = root.dataset.theme
    ? root.dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;
  var color = document.querySelector('meta[name="theme-color"]');
  if (isDark && color) color.setAttribute('content', '#10181C');
})();

// The first date that a page writes takes the browser long: it prepares for it while the code is on its way.
setTimeout(function () {
  new Intl.DateTimeFormat(document.documentElement.lang);
});

// The code of a note is most of what its page loads: it comes beside the code that knows which page is asked for.
(function () {
  var named = document.querySelector('meta[name="kring-note-code"]');
  if (!named || !/^\/cases\/[^/]+\/notes\//.test(location.pathname)) return;
  named.content.split(' ').forEach(function (file) {
    var link = document.createElement('link');
    var isStyle = file.endsWith('.css');
    link.rel = isStyle ? 'preload' : 'modulepreload';
    // As the page will ask for it: what is fetched in another way is fetched twice.
    if (isStyle) {
      link.as = 'style';
      link.crossOrigin = '';
    }
    link.href = file;
    document.head.append(link);
  });
})();
