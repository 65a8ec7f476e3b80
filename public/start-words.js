// Words of index.html in languages that not every visit needs. start-failure.js asks for them where a person's browser speaks
// one; where they cannot be had, those of the page stay. Lines in the order in which they stand in the page.
{
  const WORDS = {
    es: [
      'Sextant todavía no ha arrancado',
      'Con una conexión lenta, esto puede tardar un minuto; después Sextant aparece por sí solo. Si no aparece nada, compruebe la conexión, identifíquese en la red si lo pide e inténtelo de nuevo.',
      'La red ha respondido con otra página en lugar de una parte de Sextant. Esto ocurre antes de identificarse en una red, o cuando se interpone un filtro. Identifíquese, o consulte a quienes administran la red; después vuelva a cargar la aplicación.',
      'Una parte de Sextant no está en el servidor. Esto ocurre mientras se instala una nueva versión: inténtelo de nuevo dentro de unos minutos y, si persiste, avise a quienes administran el servidor.',
      'No se puede acceder al servidor. Compruebe la conexión e inténtelo de nuevo.',
      'No se pudo leer una parte de Sextant. Vuelva a cargar la aplicación.',
      'Es posible que este archivo no se haya copiado entero. Cópielo de nuevo desde su origen, en el mismo lugar y con el mismo nombre, y compare su suma de comprobación.',
      'Sus evaluaciones se conservan aparte de la aplicación y no se han modificado. No borre los datos de este sitio: se eliminarían.',
      'Intentar de nuevo',
      'Volver a cargar la aplicación',
    ],
    ar: [
      'لم يبدأ تشغيل Sextant بعدُ',
      'قد يستغرق ذلك دقيقة مع اتصال بطيء، ثم يظهر Sextant تلقائيًّا. وإذا لم يظهر شيء، يُرجى التحقق من الاتصال، وتسجيل الدخول إلى الشبكة إن طلبت ذلك، ثم إعادة المحاولة.',
      'أرسلت الشبكة صفحة أخرى بدل جزء من Sextant. ويحدث هذا قبل تسجيل الدخول إلى الشبكة، أو عند وجود مرشِّح في الطريق. يُرجى تسجيل الدخول أو سؤال القائمين على الشبكة، ثم تحميل التطبيق من جديد.',
      'جزء من Sextant غير موجود على الخادم. ويحدث هذا أثناء وضع إصدار جديد: يُرجى إعادة المحاولة بعد بضع دقائق، وإبلاغ القائمين على الخادم إن استمر الأمر.',
      'تعذَّر الوصول إلى الخادم. يُرجى التحقق من الاتصال ثم إعادة المحاولة.',
      'تعذَّرت قراءة جزء من Sextant. يُرجى تحميل التطبيق من جديد.',
      'ربما لم يُنسخ هذا الملف كاملًا. يُرجى نسخه من جديد من مصدره إلى المكان نفسه وبالاسم نفسه، ومقارنة مجموعه الاختباري.',
      'تُحفظ تقييماتك بمعزل عن التطبيق ولم يمسَّها شيء. يُرجى عدم مسح بيانات هذا الموقع، إذ تُحذف معها.',
      'إعادة المحاولة',
      'تحميل التطبيق من جديد',
    ],
  };
  const code = navigator.language.slice(0, 2);

  function speak() {
    const first = document.querySelector('#not-started section');
    if (!first || !WORDS[code]) return;
    const section = first.cloneNode(true);
    section.lang = code;
    section.dir = code === 'ar' ? 'rtl' : 'ltr';
    const lines = [...section.querySelectorAll('*')].filter((element) => !element.children.length);
    lines.forEach((line, index) => (line.textContent = WORDS[code][index]));
    first.before(section);
  }

  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', speak);
  else speak();
}
