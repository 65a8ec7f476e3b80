/** Words that lists of passphrases begin with, in English and French, and those of this trade; small letters, no accents. */
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
  'summer winter spring autumn hiver printemps automne'
).split(' ');
