// A classic script in the language of 2009, because it speaks to browsers that cannot read the others.
(function () {
  var agent = navigator.userAgent;
  var chromium = /(?:Chrome|Chromium)\/(\d+)/.exec(agent);
  var firefox = /Firefox\/(\d+)/.exec(agent);
  var old = chromium ? Number(chromium[1]) < 109 : firefox ? Number(firefox[1]) < 115 : !window.structuredClone;
  if (!old) return;
  var waiting = document.getElementById('not-started');
  waiting.parentNode.removeChild(waiting);
  var words = [
    [
      'en',
      'This browser is too old for Sextant. Use Chrome or Edge 109, Firefox 115, or a later version. Your saved files open there.',
    ],
    [
      'fr',
      'Ce navigateur est trop ancien pour Sextant. Utilisez Chrome ou Edge 109, Firefox 115, ou une version plus récente. Vos fichiers enregistrés s\u2019ouvrent avec eux.',
    ],
    [
      'es',
      'Este navegador es demasiado antiguo para Sextant. Utilice Chrome o Edge 109, Firefox 115 o una versión posterior. Sus archivos guardados se abren allí.',
    ],
    [
      'ar',
      'هذا المتصفح أقدم من أن يشغِّل Sextant. يُرجى استخدام Chrome أو Edge 109 أو Firefox 115 أو إصدار أحدث. تُفتح هناك الملفات المحفوظة.',
    ],
  ];
  for (var index = words.length - 1; index >= 0; index--) {
    var line = document.createElement('p');
    line.lang = words[index][0];
    line.dir = 'auto';
    line.className = 'old-browser';
    line.appendChild(document.createTextNode(words[index][1]));
    document.body.insertBefore(line, document.body.firstChild);
  }
})();
