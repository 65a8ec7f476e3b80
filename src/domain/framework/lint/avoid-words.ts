/** Words that an instrument on migration avoids, with what to write instead (docs/framework-authors.md section 6). */
export interface AvoidedWords {
  readonly words: readonly string[];
  readonly use: string;
}

export const AVOIDED_WORDS: Readonly<Record<string, readonly AvoidedWords[]>> = {
  en: [
    {
      words: [
        'illegal migrant',
        'illegal migrants',
        'illegal immigrant',
        'illegal immigrants',
        'illegal alien',
        'illegal aliens',
        'illegals',
        'irregular migrant',
        'irregular migrants',
        'undocumented alien',
        'undocumented aliens',
        'clandestine migrant',
        'clandestine migrants',
      ],
      use: 'migrants in an irregular situation',
    },
    { words: ['illegal migration', 'illegal immigration', 'clandestine migration'], use: 'irregular migration' },
    { words: ['human smuggling', 'people smuggling', 'smuggling of persons'], use: 'smuggling of migrants' },
    {
      words: ['trafficking of migrants', 'trafficking in migrants'],
      use: 'trafficking in persons; smuggling of migrants',
    },
    { words: ['mixed flow', 'mixed flows', 'mixed migration flows'], use: 'mixed movements' },
    { words: ['unaccompanied minor', 'unaccompanied minors'], use: 'unaccompanied or separated children' },
    { words: ['migrant detention', 'detention of aliens'], use: 'immigration detention' },
    { words: ['whole of government'], use: 'whole-of-government' },
    { words: ['weakest domain', 'weakest domains', 'weakest area', 'worst'], use: 'most room for further development' },
    { words: ['strict mode'], use: 'cautious reading' },
    { words: ['conflicting versions', 'version conflict'], use: 'differing versions' },
    { words: ['third-world', 'third world country', 'third world countries'], use: 'name the countries' },
  ],
  fr: [
    {
      words: [
        'clandestin',
        'clandestins',
        'clandestine',
        'clandestines',
        'migrant irrégulier',
        'migrants irréguliers',
        'migrant illégal',
        'migrants illégaux',
        'immigré illégal',
        'immigrés illégaux',
        'étrangers irréguliers',
        'sans-papiers',
      ],
      use: 'migrants en situation irrégulière',
    },
    { words: ['migration illégale', 'immigration illégale', 'migrations illégales'], use: 'migration irrégulière' },
    {
      words: [
        "trafic d'êtres humains",
        'trafic des êtres humains',
        'trafic de personnes',
        'trafic des personnes',
        "trafic d'enfants",
      ],
      use: 'traite des personnes',
    },
    { words: ['trafic de migrants', 'trafic des migrants'], use: 'trafic illicite de migrants' },
    {
      words: [
        'détention administrative',
        'détention des migrants',
        'détention de migrants',
        'détention des étrangers',
        'centre de détention pour migrants',
        'centres de détention pour migrants',
      ],
      use: 'rétention administrative',
    },
    { words: ['rapatriement de fonds', 'rapatriements de fonds'], use: 'envois de fonds' },
    {
      words: ['flux composite', 'flux composites', 'flux migratoires composites'],
      use: 'mouvements migratoires mixtes',
    },
    {
      words: ["responsabilité à l'égard des populations", 'responsabilité envers les populations'],
      use: 'redevabilité',
    },
    {
      words: ['mineur isolé', 'mineurs isolés', 'mineurs non accompagnés', 'mineur non accompagné'],
      use: 'enfants non accompagnés ou séparés',
    },
    { words: ['mature', 'matures'], use: 'consolidé' },
    {
      words: ['pangouvernemental', 'pangouvernementale', 'whole-of-government'],
      use: "associant l'ensemble du gouvernement",
    },
    { words: ['le plus faible', 'les plus faibles', 'le pire', 'les pires'], use: 'marge de progrès la plus grande' },
    { words: ['mode strict', 'lecture stricte'], use: 'lecture prudente' },
    { words: ['conflit de versions', 'versions en conflit'], use: 'versions divergentes' },
  ],
  es: [
    {
      words: [
        ...['migrante ilegal', 'migrantes ilegales', 'inmigrante ilegal', 'inmigrantes ilegales', 'indocumentados'],
        ...['migrante irregular', 'migrantes irregulares', 'clandestino', 'clandestinos'],
      ],
      use: 'personas migrantes en situación irregular',
    },
    { words: ['migración ilegal', 'inmigración ilegal'], use: 'migración irregular' },
    {
      words: ['tráfico de personas', 'tráfico de seres humanos', 'tráfico humano', 'trata de blancas'],
      use: 'trata de personas',
    },
    { words: ['tráfico de migrantes', 'contrabando de migrantes'], use: 'tráfico ilícito de migrantes' },
    {
      words: ['detención administrativa', 'detención de extranjeros', 'detención de migrantes'],
      use: 'detención por motivos migratorios',
    },
    { words: ['flujos mixtos', 'flujos migratorios mixtos'], use: 'movimientos mixtos' },
    { words: ['menores no acompañados', 'menor no acompañado'], use: 'niños no acompañados o separados' },
    { words: ['maduro', 'madura'], use: 'consolidado' },
    { words: ['el más débil', 'los más débiles', 'el peor', 'los peores'], use: 'mayor margen de desarrollo' },
    { words: ['conflicto de versiones', 'versiones en conflicto'], use: 'versiones divergentes' },
  ],
  ar: [
    {
      words: [
        ...['مهاجر غير شرعي', 'مهاجرون غير شرعيين', 'المهاجرين غير الشرعيين', 'المهاجرون غير الشرعيين'],
        ...['المهاجرون غير النظاميين', 'المهاجرين غير النظاميين', 'المتسللون', 'المتسللين'],
      ],
      use: 'المهاجرون في وضع غير نظامي',
    },
    { words: ['الهجرة غير الشرعية', 'الهجرة السرية', 'الهجرة غير القانونية'], use: 'الهجرة غير النظامية' },
    { words: ['تهريب البشر', 'تجارة البشر'], use: 'الاتجار بالأشخاص' },
    { words: ['الأضعف', 'الأسوأ'], use: 'أوسع مجال لمزيد من التطوير' },
  ],
};
