/** Made-up series of the demo, by objective of the plan; `source`: who would give such figures. */

type MadeUp = {
  id: string
  title: string
  unit: string
  definition: string
  source: string
  date: string
  limits: string
  objectives: number[]
  cells: string[][]
}

const years = (first: number, ...values: (number | string)[]): string[][] =>
  values.map((value, index) => [
    String(first + index),
    typeof value === 'number' ? String(value) : '',
    typeof value === 'number' ? '' : value,
    '',
    '',
  ])

export const series: readonly MadeUp[] = [
  {
    id: 'demo-agrements',
    title: 'Assistantes maternelles agréées',
    unit: 'personnes',
    definition:
      'Assistantes maternelles dont l’agrément est en cours au 31 décembre, qu’elles accueillent ou non un enfant.',
    source: 'relais petite enfance et PMI',
    date: '2026-01-31',
    limits: 'Un agrément en cours ne dit pas si la personne travaille encore.',
    objectives: [4, 3],
    cells: years(2019, 164, 159, 151, 146, 138, 131, 127),
  },
  {
    id: 'demo-guides',
    title: 'Guides du parent remis',
    unit: 'guides',
    definition: 'Exemplaires papier remis aux familles dans les mairies, les crèches et les accueils de loisirs.',
    source: 'pôle Enfance',
    date: '2026-02-15',
    limits: 'Un guide remis n’est pas un guide lu ; les téléchargements ne sont pas comptés.',
    objectives: [5],
    cells: years(2023, 0, 420, 610),
  },
  {
    id: 'demo-annuaire',
    title: 'Fiches à jour de l’annuaire des acteurs',
    unit: 'fiches',
    definition: 'Structures éducatives dont la fiche a été relue par elles dans l’année.',
    source: 'coordination de la CTG',
    date: '2026-01-15',
    limits: 'L’annuaire commence en 2024 ; les associations sans salarié y sont encore peu nombreuses.',
    objectives: [9, 16],
    cells: years(2024, 38, 57),
  },
  {
    id: 'demo-places-loisirs',
    title: 'Places d’accueil de loisirs dans le sud',
    unit: 'places',
    definition: 'Places déclarées un mercredi ordinaire dans les communes du sud du territoire.',
    source: 'service Enfance, déclarations à la SDJES',
    date: '2026-01-31',
    limits: 'Une place déclarée peut rester fermée faute d’animateur.',
    objectives: [14],
    cells: years(2021, 24, 24, 24, 32, 32),
  },
  {
    id: 'demo-departs',
    title: 'Départs en vacances aidés',
    unit: 'enfants',
    definition: 'Enfants du territoire partis avec une aide aux vacances de la Caf ou une colonie aidée.',
    source: 'Caf',
    date: '2025-11-30',
    limits: 'La source ne donne pas les nombres de moins de cinq enfants par commune : seul le total est connu.',
    objectives: [15],
    cells: years(2020, 'secrète', 41, 58, 63, 71, 66),
  },
  {
    id: 'demo-conseils',
    title: 'Jeunes élus dans un conseil de jeunes',
    unit: 'jeunes',
    definition: 'Membres en exercice d’un conseil municipal ou intercommunal de jeunes au 31 décembre.',
    source: 'communes',
    date: '2026-01-31',
    limits: 'Deux communes n’ont pas répondu en 2024.',
    objectives: [27],
    cells: years(2023, 12, 'non connue', 29),
  },
  {
    id: 'demo-junior-associations',
    title: 'Junior associations habilitées',
    unit: 'associations',
    definition: 'Junior associations du territoire habilitées pour l’année scolaire.',
    source: 'réseau national des junior associations',
    date: '2025-10-31',
    limits: '',
    objectives: [28],
    cells: [
      ['2022-2023', '1', '', '', ''],
      ['2023-2024', '1', '', '', ''],
      ['2024-2025', '3', '', '', ''],
      ['2025-2026', '4', 'provisoire', '', 'habilitations en cours'],
    ],
  },
  {
    id: 'demo-habitat',
    title: 'Logements en habitat inclusif ou partagé',
    unit: 'logements',
    definition: 'Logements livrés ou en chantier dans un projet d’habitat inclusif, partagé ou intergénérationnel.',
    source: 'recensement auprès des communes et des bailleurs',
    date: '2026-02-28',
    limits: 'Les projets sans permis de construire ne sont pas comptés.',
    objectives: [37],
    cells: years(2023, 0, 6, 14),
  },
  {
    id: 'demo-scolarite',
    title: 'Enfants du voyage inscrits à l’école',
    unit: 'enfants',
    definition:
      'Enfants de familles du voyage inscrits dans une école ou un collège du territoire au cours de l’année scolaire.',
    source: 'inspection académique, total du territoire',
    date: '2025-10-15',
    limits: 'Être inscrit ne dit pas la présence en classe ; les cours à distance ne sont pas comptés.',
    objectives: [38],
    cells: [
      ['2023-2024', '', 'non connue', '', ''],
      ['2024-2025', '34', '', '', ''],
      ['2025-2026', '39', 'provisoire', '', 'à la rentrée'],
    ],
  },
]
