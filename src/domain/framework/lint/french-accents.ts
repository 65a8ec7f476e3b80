/**
 * Common words of administrative French as they are written. `*` stands for any ending. Both spellings are listed where
 *
 * a verb changes its accent (protéger, il protège), and words without accent that begin alike (insertion). A word that is one of these but for its accents is wrong.
 */
const BEGINNINGS = `
accéd* accèd* accél* adhér* adhèr* aérien* aéroport* aîné* améli* biométri* bénéfi* caractér* caractèr*
catégor* célér* céré* chômage* chômeu* clôtur* cohéren* cohésion* compéten* compétiti* complément* conférenc* considér* considèr*
conséquen* contrôl* coopér* coopèr* création* crédib* crédit* débat* débiteu* décentral* décès* déchéanc* décid*
décision* décisi* déclar* découl* découv* décret* défaut* défavor* défens* défin* dégrad* délai* délégu* délibér*
délibèr* délit* délivr* démarch* démocrat* démograph* démontr* dénomm* déput* départ* dépend* dépens* déplac* déplaç* déploi* dépos*
dépôt* député* dérog* désign* détach* détail* détect* détent* détermin* détress* dévelop* dévou* différ* diffèr*
diplomat* diplôm* échang* écart* échéanc* échec* échell* éclair* écol* économ* écout* écrit* éduca* égalité* égal*
égard* élabor* élarg* élect* élémen* élev* élèv* éligib* élu* éman* émi* enquêt* entité* énonc* énonç* dénonc* dénonç* énumér*
énumèr* épidém* épous* épreuv* équilibr* équip* équit* équival* établ* étap* étend* étendu* étrang* étroit* étud*
évalu* évén* évèn* éventu* éventa* évid* évit* évolu* exécut* expérien* extérieur* fédér* fédèr* fémin* féminis* février*
fréquen* frontièr* frontali* handicapé* général* génér* génèr* géograph* gérer* héberg* hérit* hésit* hôpit* hôte* identité*
immédiat* impôt* indépend* inégal* insér* insèr* insert* intégr* intègr* intérêt* intéress* intérieur* intérim* interministèr* interministéri* intermédiair* interprèt*
interprét* irrégul* légal* légis* légitim* libéral* libér* libèr* liberté* littéra* matérie* matériau*
mécanis* médec* médi* médic* mémoir* ménag* métho* métier* métropol* ministèr* ministéri* modéli* modèl* nécess* négoci* numér*
opérat* opér* opèr* pénal* péri* pérenn* phénom* précar* précaut* précéd* précèd* précis* préfect* préfet* préfér*
préfèr* préjudi* prélèv* prélev* prénat* prénom* prépar* présen* présid* préval* préven* prévoi* prévu* prévis*
procéd* procèd* procédur* propriét* protég* protèg* réadm* réaffirm* réagi* réalis* réalit* récent* récepti* récépissé* reçoi* reçoiv*
réclam* récolt* réconcil* récupér* récupèr* rédact* rédig* rédui* réduc* réel* réél* référen* référ* réfèr* réfléch* réform*
réfugi* régim* région* réglement* règlement* reformul* régul* réinsér* réinsèr* réinsert* réinstall* réintégr* réintègr*
rémunér* rémunèr* rénov* répartiti* répert* répét* répèt* répond* répons* républi* réput* réseau* résid* résolu*
résolv* résult* rétabl* rétention* réticen* rétroact* réuni* réussi* révis* révoc* révoqu* scolarité* sécheress* sécur*
séjour* sépar* séquenc* série* sérieu* sévèr* sévér* solidarité* spécia* spécif* stratég* stratèg* succéd* succèd*
sécurité* séminair* systèm* systém* télécom* téléph* télévis* témoi* théor* thérap* théra* tolér* tolèr* véhicul*
vérif* vérit* agrément* barème* bilatér* décompt* dépliant* détien* épars* érig* échelon* échu* éloign* évacu* exonér*
exonèr* multilatér* pêcheu* persécut* préalab* précoc* réparati* repérag* représent* réserv* résum* scénario* séanc*
secrétari* sélect* siég* sièg* supérieur* synthèse* synthét* xénophob* vidéo* volonté* vulnérab* œuvr*
`;

const WHOLE_WORDS = `
accès activité agréé année après arrêté arrête arrêtée auprès autorité bientôt capacité coûte créant crée créé créée créer delà collectivité communauté coût critère
dernière déjà depuis dignité diversité état étant étaient était été être façon fonctionnalité forêt français française
gré grâce idée immunité intensité lumière majorité manière matière même mère minorité mobilité nationalité
numéro océan parenté parité père pièce plutôt pôle possibilité première priorité prêt procès progrès publicité qualité
quantité règle réglé réglée régler règlement relève relevé relèvent reçu reçue requête responsabilité rôle santé société sœur cœur vœu succès sûreté tâche thème tôt très
unité universalité université utilité validité variété vérité zèle zéro âge âgé âgée
arrivée budgétaire citoyenneté comité complémentarité confidentialité continuité criminalité difficulté disponibilité donnée durée
efficacité employé employée entrée entière étrangère fiabilité finalité financière formalité frontalière gravité
hostilité humanité indemnité journalière journée localité lycée malgré maternité modalité mortalité
municipalité musée natalité neutralité opportunité ouvrière particularité particulière paternité pauvreté pensée
personnalité productivité proximité rapidité rareté régularité régulière réciprocité rentrée stabilité salarié
salariée singulière totalité traçabilité traversée visibilité
`;

/** Fixed phrases in which the plain a stands for à. */
export const FRENCH_PHRASES: Readonly<Record<string, string>> = {
  "c'est-a-dire": "c'est-à-dire",
  'vis-a-vis': 'vis-à-vis',
  "jusqu'a": "jusqu'à",
  'a partir de': 'à partir de',
  'a travers': 'à travers',
  "a l'égard": "à l'égard",
  'par rapport a': 'par rapport à',
  'quant a': 'quant à',
  'grâce a': 'grâce à',
  'au-dela': 'au-delà',
  'peut etre': 'peut être',
};

const split = (list: string): string[] => list.split(/\s+/).filter((word) => word !== '');

/** Beginnings of words, accents as they should be. */
export const FRENCH_BEGINNINGS: readonly string[] = split(BEGINNINGS).map((word) => word.replace(/\*$/, ''));

/** Words that are looked at whole; a plural s or x may follow. */
export const FRENCH_WHOLE_WORDS: readonly string[] = split(WHOLE_WORDS);
