/** The action plan of the CTG 2023-2026, word for word: 4 axes, 9 orientations, 16 actions, 38 objectives. */

export type Axis = { number: number; title: string; transverse: boolean }
export type Orientation = { number: number; axis: number; title: string; theme: string }
export type Action = {
  number: number
  title: string
  /** Project group that carries it. */
  group: string
  pilots: string[]
  /** The pilots take turns, says the plan. */
  rotating: boolean
  orientations: number[]
  /** True when the orientation is deduced from the themes: the plan prints it for axis 2 only. */
  orientationDeduced: boolean
  objectives: number[]
}
export type Objective = {
  number: number
  title: string
  action: number
  /** The group of its action: the scan of the plan slips a row here and there. */
  theme: string
  /** Year the plan prints, null where it prints none. */
  start: number | null
}

export const axes: readonly Axis[] = [
  {
    number: 1,
    title: 'Garantir une offre de services qui s’adapte à l’évolution des besoins de la population',
    transverse: false,
  },
  { number: 2, title: 'Consolider les organisations et l’offre dans le champ éducatif', transverse: false },
  { number: 3, title: 'Favoriser un cadre de vie solidaire et inclusif', transverse: false },
  {
    number: 4,
    title: 'Accroître les coopérations territoriales et la visibilité de l’offre de services du territoire',
    transverse: true,
  },
]

const orientationRows: [number: number, axis: number, title: string, theme: string][] = [
  [
    1,
    1,
    'Garantir une offre d’accueil de qualité, adaptée aux évolutions des besoins des familles du territoire',
    'PETITE ENFANCE',
  ],
  [2, 1, 'Enrichir la politique Jeunesse et mieux prendre en compte les besoins des jeunes', 'JEUNESSE'],
  [3, 1, 'Favoriser l’autonomie et l’insertion des jeunes', 'INSERTION PRO'],
  [4, 2, 'Garantir la continuité éducative, Favoriser la co-éducation', 'ENFANCE'],
  [5, 2, 'Consolider l’accompagnement des Familles, faciliter leur parcours de vie', 'PARENTALITE'],
  [6, 3, 'Développer les initiatives en matière de lien social / Renforcer les solidarités', 'LIEN SOCIAL'],
  [
    7,
    3,
    'Renforcer l’accès aux droits et l’accueil de tous (Inclusion Handicap, Familles Vulnérables)',
    'ACCES AUX DROITS',
  ],
  [
    8,
    4,
    'Faciliter la connaissance et l’accès aux services / Faire connaître l’offre de services',
    'ACCES AUX SERVICES',
  ],
  [
    9,
    4,
    'Renforcer la dynamique territoriale collective, animer la démarche au niveau intercommunal',
    'DYNAMIQUE TERRITORIALE',
  ],
]
export const orientations: readonly Orientation[] = orientationRows.map(([number, axis, title, theme]) => ({
  number,
  axis,
  title,
  theme,
}))

const actionRows: [number: number, title: string, group: string, pilots: string[], orientation: number][] = [
  [1, 'Répondre aux besoins spécifiques des Familles', 'Petite Enfance', ['Pôle Enfance CCTA'], 1],
  [2, 'Promouvoir tous les métiers de la Petite enfance', 'Petite Enfance', ['RPE', 'EAJE'], 1],
  [3, 'Communiquer, Informer les familles', 'Petite Enfance', ['Pôle Enfance CCTA'], 1],
  [4, 'Développer la collaboration entre acteurs éducatifs', 'Enfance', ['Services Enfance', 'CTG'], 4],
  [
    5,
    'Etudier la pertinence et la possibilité d’un ACM (Accueil Collectif de Mineurs) dans le sud du territoire',
    'Enfance',
    ['Pôle Enfance CCTA'],
    4,
  ],
  [6, 'Favoriser la mixité sociale dans l’offre de loisirs', 'Enfance', ['CTG', 'Services Enfance'], 4],
  [7, 'Développer la visibilité de l’offre Parentalité', 'Parentalité', ['CTG', 'RéseauParents81', 'LAEP'], 5],
  [
    8,
    'Promouvoir des ressources sur le territoire / Fédérer les acteurs',
    'Parentalité',
    ['CTG', 'Service Parentalité /Inclusion'],
    5,
  ],
  [
    9,
    'Développer les actions collectives / Mobiliser les familles',
    'Parentalité',
    ['LAEP', 'Service Parentalité /Inclusion'],
    5,
  ],
  [10, 'Etudier les besoins et attentes des jeunes', 'Jeunesse', ['CTG', 'Services Jeunesse'], 2],
  [11, 'Développer l’offre de service sur le territoire', 'Jeunesse', ['CTG', 'Services Jeunesse'], 2],
  [12, 'Favoriser l’engagement citoyen', 'Jeunesse', ['Services Enfance & Jeunesse'], 3],
  [
    13,
    'Soutenir les actions en faveur de l’autonomie et de l’insertion des jeunes',
    'Jeunesse',
    ['CTG', 'Pôle DévEco&Emploi'],
    3,
  ],
  [14, 'Renforcer la coordination entre acteurs', 'Inclusion & Solidarités', ['CCAS', 'MD', 'Caf'], 7],
  [
    15,
    'Diffuser l’information : évènements, Aller-Vers, relais locaux...',
    'Inclusion & Solidarités',
    ['CTG', 'CCAS', 'EFS'],
    7,
  ],
  [16, 'Porter des actions de cohésion sociale', 'Inclusion & Solidarités', ['CTG', 'CCAS'], 6],
]

const objectiveRows: [number: number, action: number, start: number | null, title: string][] = [
  [
    1,
    1,
    2024,
    'Recenser les besoins spécifiques des familles (Réaliser un questionnaire sur : rythmes atypiques, amplitude horaire, inclusion Handicap, familles vulnérables, maillage territorial...)',
  ],
  [2, 1, null, 'Poursuivre la formation Inclusion Handicap du personnel'],
  [3, 2, 2024, 'Valoriser le métier d’Assistante Maternelle'],
  [4, 2, null, 'Promouvoir les métiers de la Petite Enfance'],
  [5, 3, null, 'Elaborer / retravailler un guide du Parent en Tarn-Agout'],
  [6, 3, null, 'Organiser une Journée de la Famille (/des Enfants) (moment convivial)'],
  [7, 4, null, 'Poursuivre la mise en place de formations communes, entre services et acteurs du territoire'],
  [
    8,
    4,
    null,
    'Mettre en place des réunions à destination de tous les parents avec toute la communauté éducative (école, ALAE, ALSH, Parentalité, ATSEM)',
  ],
  [
    9,
    4,
    2025,
    'Faire un état des lieux, un annuaire des acteurs éducatifs du territoire (autour du parcours de l’enfant)',
  ],
  [
    10,
    4,
    null,
    'Renforcer les actions "passerelle" : Assistante Maternelle --> crèche --> PS,GS--> CP, CM2--> collège/Service Jeunesse...',
  ],
  [
    11,
    4,
    2024,
    'Instaurer des temps d’échange de pratiques entre AESH, animateurs, enseignants, autour des situations d’ESH',
  ],
  [12, 4, 2025, 'Mutualiser les compétences sur des projets communs : école/ALAE/ALSH/Parents'],
  [
    13,
    4,
    2025,
    'Proposer des actions dédiées aux parents : temps d’accueil, ateliers parentalité, recueil des envies des parents...',
  ],
  [
    14,
    5,
    null,
    'Objectiver les besoins d’accueil de loisirs dans le Sud du territoire et y répondre (Réaliser un questionnaire)',
  ],
  [
    15,
    6,
    2025,
    'Promouvoir les dispositifs favorisant l’accès aux vacances des enfants et familles vulnérables (« Colos apprenantes », dispositifs CAF)',
  ],
  [
    16,
    7,
    2024,
    'Mieux connaître l’offre Parentalité sur le territoire (= répertoire/ diffuser sur les acteurs et actions)',
  ],
  [17, 7, 2024, 'Promouvoir/diffuser l’offre de services dans les petites communes (faire connaître la Parentalité)'],
  [18, 8, 2024, 'Développer des événements qui permettent de connaître tous les acteurs : ex. Café Partenaires'],
  [
    19,
    8,
    null,
    'Identifier un seul interlocuteur pour le territoire, un référent Parentalité (= personne ressource Territoire?)',
  ],
  [20, 8, 2025, 'Etudier la possibilité de lieux et d’actions de soutien à la parentalité'],
  [
    21,
    9,
    null,
    'Mettre en place des actions récréatives, avec des ateliers itinérants, pour toucher un maximum de familles',
  ],
  [22, 10, 2024, 'Identifier les lieux de regroupement et leurs usages'],
  [23, 10, 2024, 'Mener un sondage auprès et avec des jeunes du territoire et étudier les actions envisageables'],
  [
    24,
    11,
    2024,
    'Développer "l’Aller-Vers" dans les communes rurales, créer du lien et diffuser de l’information (jeunes et élus)',
  ],
  [25, 11, 2025, 'Proposer des actions "Hors-les-Murs", des animations délocalisées'],
  [
    26,
    11,
    2025,
    'Créer un "Point d’entrée Jeunesse" : centralisation de l’information à destination des jeunes sur tous les sujets les concernant',
  ],
  [
    27,
    12,
    2025,
    'Déployer des CMJ (Conseil Municipal ou Intercommunal de Jeunes) : identification d’"ambassadeurs", Appui du CDJ (Départemental)',
  ],
  [
    28,
    12,
    2025,
    'Développer les Junior Asso (qui permettent à des jeunes de s’organiser et de mettre en œuvre des projets)',
  ],
  [
    29,
    13,
    2025,
    'Renforcer les liens avec les partenaires (organisation COPIL, rencontres, mise en relation, actions communes, partage d’info...)',
  ],
  [
    30,
    13,
    2024,
    'Recherche de financements pour développer des projets : de formations, d’animation de réseau entreprises (identification des besoins et des moyens)',
  ],
  [31, 14, 2023, 'Remettre en place des Petits Déj’ Partenaires'],
  [
    32,
    14,
    2025,
    'Mettre en place un système de "Vis ma Vie" entre partenaires (= immersion dans un service partenaire)',
  ],
  [33, 15, 2024, 'Organiser un PROJET INCLUSION : enfants / aînés / porteurs Handicap (Type "semaine de l’inclusion")'],
  [
    34,
    15,
    2025,
    'Etudier l’opportunité de développer l’ALLER VERS avec les associations qui portent des actions itinérantes (ressources, besoins)',
  ],
  [35, 15, null, 'Renforcer la diffusion de l’information dans et pour les petites communes'],
  [36, 16, null, 'Développer des actions de solidarité intergénérationnelle'],
  [37, 16, 2025, 'Promouvoir l’habitat partagé/inclusif/alternatif : identifier les projets, information/animation'],
  [
    38,
    16,
    2025,
    'Identifier les besoins et possibilités de coordination/ accompagnement des Gens du Voyage, volet scolarisation des enfants',
  ],
]

export const actions: readonly Action[] = actionRows.map(([number, title, group, pilots, orientation]) => ({
  number,
  title,
  group,
  pilots,
  rotating: number === 14,
  orientations: [orientation],
  orientationDeduced: axisOf(orientation) !== 2,
  objectives: objectiveRows.filter(([, action]) => action === number).map(([objective]) => objective),
}))

export const objectives: readonly Objective[] = objectiveRows.map(([number, action, start, title]) => ({
  number,
  title,
  action,
  theme: actions[action - 1]!.group,
  start,
}))

/** The plan as `npm run plan -- --json` prints it. */
export const planTree = () => ({
  axes: axes.map((axis) => ({
    ...axis,
    orientations: orientations
      .filter((orientation) => orientation.axis === axis.number)
      .map(({ number, title, theme }) => ({ number, title, theme })),
  })),
  actions,
  objectives,
})

function axisOf(orientation: number): number {
  return orientations[orientation - 1]!.axis
}
