/** Words that lists of passphrases begin with, in the languages of the app, and those of this trade; small letters, no accents. */
export const COMMON_WORDS: readonly string[] = (
  'password passwort passphrase passwd motdepasse passe phrase secret secrete confidential confidentiel private prive ' +
  'admin administrator administrateur root user utilisateur login welcome bienvenue bonjour bonsoir salut hello coucou ' +
  'letmein ouvretoi sesame trustno iloveyou jetaime jtaime amour love lovely princess princesse soleil sunshine ' +
  'doudou chouchou loulou cherie cheri maman papa mother father monkey dragon football basketball baseball ' +
  'master superman batman pokemon starwars naruto jesus marie michel nicolas thomas ' +
  'qwerty azerty qwertz test testing essai exemple example demo temp temporary changeme change default defaut ' +
  'computer ordinateur internet windows google facebook whatsapp liberte egalite fraternite ' +
  'sextant migration migrations migrant migrants governance gouvernance assessment evaluation ministry ministere ' +
  'minister ministre government gouvernement republic republique national nationale country pays indicator indicateur ' +
  'report rapport round workshop atelier policy politique strategy strategie ' +
  'january february march april june july august september october november december ' +
  'janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre ' +
  'monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche ' +
  'summer winter spring autumn hiver printemps automne ' +
  'three four five seven eight nine deux trois quatre cinq sept huit neuf ' +
  'contrasena palabra clave secreto secreta confidencial privado privada administrador usuario bienvenido bienvenida ' +
  'hola buenos buenas dias noches amor quiero tequiero mucho princesa corazon estrella bonita hermosa familia abuela ' +
  'futbol barcelona madrid jesus dios maria jose juan carlos prueba ejemplo cambiar cambiame ordenador computadora ' +
  'libertad igualdad justicia migracion migraciones migrante gobernanza evaluacion ministerio ministro ministra gobierno ' +
  'republica nacional pais informe ronda taller politica estrategia ' +
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre ' +
  'lunes martes miercoles jueves viernes sabado domingo verano invierno primavera otono ' +
  'uno dos tres cuatro cinco seis siete ocho nueve diez ' +
  'كلمة السر سري المرور مرور مرحبا اهلا وسهلا السلام عليكم صباح الخير مساء احبك حبيبي حبيبتي الله الرحمن الرحيم الحمد بسم ' +
  'محمد احمد علي فاطمة مريم يوسف ابراهيم ابجد هوز حطي كلمن مدير مستخدم تجربة اختبار مثال حاسوب حرية عدالة ' +
  'الهجرة هجرة المهاجرين مهاجر حوكمة تقييم وزارة الوزارة وزير حكومة الحكومة جمهورية الجمهورية وطنية تقرير جولة ورشة سياسة ' +
  'يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر ' +
  'الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعة السبت ' +
  'واحد اثنان ثلاثة اربعة خمسة ستة سبعة ثمانية تسعة عشرة'
).split(' ');
