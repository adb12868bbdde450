/** What a survey of inhabitants can say of each of the 38 objectives: the authority's judgement, as rows. */

/**
 * `measured`: the objective is itself to find out what people live or want; `partly`: a survey lights one side of it;
 * `other-source`: registers, attendance or partners' records tell it; `not-a-survey-matter`: something to do or to make.
 */
export type Nature = 'measured' | 'partly' | 'other-source' | 'not-a-survey-matter'

export type Judgement = { objective: number; nature: Nature; why: string }

const rows: [number, Nature, string][] = [
  [
    1,
    'measured',
    'L’objectif est lui-même un recensement : horaires, solutions utilisées et souhaitées, adaptations et difficultés sont demandés aux familles.',
  ],
  [
    2,
    'partly',
    'Le questionnaire dit les adaptations dont les enfants ont besoin ; les formations suivies se lisent dans le plan de formation.',
  ],
  [
    3,
    'partly',
    'Le recours aux assistantes maternelles et le souhait d’y recourir se mesurent ; la valorisation du métier se suit avec le RPE.',
  ],
  [
    4,
    'other-source',
    'Les candidatures, agréments et postes non pourvus se lisent auprès du RPE, des EAJE et de la PMI, pas auprès des familles.',
  ],
  [
    5,
    'not-a-survey-matter',
    'Rédiger un guide est une réalisation : il existe ou non. Son usage pourra être demandé ensuite.',
  ],
  [6, 'not-a-survey-matter', 'Organiser une journée est une réalisation ; sa fréquentation se compte le jour même.'],
  [
    7,
    'other-source',
    'Les formations communes se comptent dans les bilans des services : sessions, métiers, présents.',
  ],
  [
    8,
    'other-source',
    'Les réunions et leurs participants se comptent dans les bilans des écoles, des ALAE et des ALSH.',
  ],
  [
    9,
    'not-a-survey-matter',
    'Un annuaire des acteurs se dresse avec les acteurs eux-mêmes, pas par un questionnaire aux habitants.',
  ],
  [
    10,
    'partly',
    'Les familles disent comment elles vivent les changements de lieu d’accueil ; les passerelles mises en place se comptent dans les services.',
  ],
  [
    11,
    'not-a-survey-matter',
    'Ce sont des temps d’échange entre professionnels : ils se tiennent ou non, et se comptent.',
  ],
  [
    12,
    'not-a-survey-matter',
    'Mutualiser des compétences est un travail entre équipes ; il se lit dans les projets menés ensemble.',
  ],
  [
    13,
    'partly',
    'Les envies des parents sont recueillies ; les actions proposées et leur fréquentation se lisent dans les bilans.',
  ],
  [
    14,
    'measured',
    'L’objectif demande d’objectiver un besoin : périodes, jours, lieux, distance et prix acceptés sont demandés aux familles.',
  ],
  [
    15,
    'partly',
    'Les freins de prix et la connaissance des aides se mesurent ; les départs en vacances aidés se comptent avec la Caf.',
  ],
  [16, 'partly', 'La connaissance de l’offre par les familles se mesure ; le répertoire lui-même est une réalisation.'],
  [
    17,
    'partly',
    'La connaissance de l’offre se mesure selon la zone, jamais par petite commune ; la diffusion se suit dans les services.',
  ],
  [
    18,
    'not-a-survey-matter',
    'Les Cafés Partenaires réunissent des professionnels : ils se tiennent ou non, et se comptent.',
  ],
  [19, 'not-a-survey-matter', 'Désigner un interlocuteur unique est une décision d’organisation.'],
  [
    20,
    'other-source',
    'La faisabilité d’un lieu se juge sur les locaux, les moyens et la fréquentation du LAEP ; une question aux familles pourra s’y ajouter.',
  ],
  [21, 'other-source', 'Les ateliers itinérants se suivent par leur fréquentation, commune par commune.'],
  [
    22,
    'measured',
    'Les jeunes disent eux-mêmes où ils se retrouvent, quand et pour quoi faire ; les résultats ne sont donnés que par zone.',
  ],
  [23, 'measured', 'L’objectif est un sondage des jeunes : besoins, freins, envies et priorités leur sont demandés.'],
  [
    24,
    'partly',
    'Les canaux vraiment suivis et les jeunes qui n’ont rien reçu se mesurent ; les tournées se comptent dans les services.',
  ],
  [25, 'partly', 'Les envies d’animations et ce qui empêche de venir se mesurent ; les animations se comptent.'],
  [
    26,
    'partly',
    'Le lieu, les horaires et les sujets souhaités se mesurent ; l’ouverture du point d’entrée est une réalisation.',
  ],
  [27, 'partly', 'L’envie de s’engager se mesure ; les conseils installés et leurs membres se comptent.'],
  [28, 'partly', 'L’envie de monter un projet et l’aide attendue se mesurent ; les Junior Asso se comptent.'],
  [
    29,
    'not-a-survey-matter',
    'Les liens entre partenaires se lisent dans les rencontres tenues et les actions communes.',
  ],
  [
    30,
    'partly',
    'Les besoins d’emploi, de stage et de formation se mesurent ; les financements se lisent dans les budgets.',
  ],
  [
    31,
    'not-a-survey-matter',
    'Les Petits Déj’ Partenaires réunissent des professionnels : ils se tiennent ou non, et se comptent.',
  ],
  [32, 'not-a-survey-matter', 'Les immersions entre services se comptent ; leur apport se demande aux professionnels.'],
  [33, 'not-a-survey-matter', 'Organiser un projet Inclusion est une réalisation ; sa fréquentation se compte.'],
  [
    34,
    'partly',
    'Les besoins mal couverts et l’éloignement des services se mesurent ; l’offre des associations se recense avec elles.',
  ],
  [
    35,
    'partly',
    'Les canaux d’information préférés se mesurent selon la zone ; la diffusion se suit dans les services.',
  ],
  [36, 'other-source', 'Les actions entre générations se suivent dans les bilans des CCAS et des associations.'],
  [37, 'other-source', 'Les projets d’habitat partagé se recensent avec les communes et les bailleurs.'],
  [
    38,
    'other-source',
    'La scolarisation des enfants du voyage se suit avec l’Éducation nationale et le schéma départemental ; un questionnaire général n’atteindrait pas ces familles.',
  ],
]

export const judgements: readonly Judgement[] = rows.map(([objective, nature, why]) => ({ objective, nature, why }))
