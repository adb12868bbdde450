/** Who answers for an association or as an employer. Shares are invented. */
import { home } from './households.ts'
import type { Model } from './model.ts'
import { intends } from './partners.ts'
import { happens, one, oneOf, orElse, type Random, some, someOf, someOrNone } from './random.ts'

const fields = {
  sport: 26,
  culture: 24,
  parents: 7,
  enfants: 11,
  solidarite: 13,
  aines: 8,
  handicap: 4,
  environnement: 7,
} as const
export type Association = { commune: string; field: keyof typeof fields; keen: boolean }

const association = (random: Random): Association => ({
  commune: home(random),
  field: one(random, fields),
  keen: happens(random, 0.4),
})

const ofAssociations: Model<Association>['answers'] = {
  domaine: ({ field }) => field,
  commune: ({ commune }) => commune,
  publics: ({ field }, random) =>
    orElse(
      some(random, {
        petits: field === 'parents' || field === 'enfants' ? 0.6 : 0.08,
        enfants: field === 'sport' || field === 'enfants' ? 0.7 : 0.2,
        jeunes: field === 'sport' ? 0.66 : 0.24,
        parents: field === 'parents' ? 0.9 : 0.12,
        adultes: field === 'enfants' || field === 'aines' ? 0.1 : 0.5,
        aines: field === 'aines' ? 1 : 0.26,
        tous: 0.34,
      }),
      'tous',
    ),
  rayon: oneOf({ commune: 46, voisines: 30, territoire: 16, dela: 8 }),
  forces: oneOf({ moins_5: 18, de_5_a_14: 44, de_15_a_49: 30, plus_50: 8 }),
  benevoles: oneOf({ oui: 8, plutot_oui: 26, plutot_non: 46, non: 20 }),
  itinerant: ({ keen }, random) => one(random, { souvent: 8, parfois: 22, envie: keen ? 44 : 20, non: keen ? 18 : 46 }),
  ressources: someOf({ animateurs: 0.8, materiel: 0.6, vehicule: 0.2, spectacle: 0.4, ecoute: 0.3 }),
  besoins: someOf(
    { salles: 0.44, transport: 0.3, benevoles: 0.46, argent: 0.5, annonce: 0.36, calendrier: 0.3, communes: 0.4 },
    3,
  ),
  avec_services: intends(58),
  intergenerations: ({ field, keen }, random) =>
    one(random, { souvent: field === 'aines' ? 24 : 12, parfois: 34, envie: keen ? 40 : 22, non: keen ? 12 : 30 }),
  actions_gen: (_, random) =>
    orElse(
      some(random, { repas: 0.62, savoirs: 0.4, lecture: 0.2, numerique: 0.12, jardin: 0.18, visites: 0.14 }),
      'repas',
    ),
  freins_gen: someOf({ public: 0.44, transport: 0.36, horaires: 0.4, partenaires: 0.24, idees: 0.16, temps: 0.42 }, 3),
  avec_qui: someOf({
    ecoles: 0.34,
    loisirs: 0.22,
    creches: 0.1,
    ccas: 0.56,
    residences: 0.2,
    jeunesse: 0.14,
    associations: 0.6,
  }),
  annuaire: oneOf({ tres: 34, plutot: 44, plutot_pas: 16, pas: 6 }),
  connaitre: someOf({
    bouche: 0.82,
    bulletin: 0.66,
    forum: 0.6,
    reseaux: 0.58,
    affiches: 0.54,
    ecole: 0.2,
    partenaires: 0.24,
  }),
}

export const associations: Model<Association> = {
  traits: association,
  answers: ofAssociations,
  goesOn: 1,
  consents: 1,
  channels: { courriel: 70, reunion: 30 },
}

const sectors = {
  industrie: 22,
  commerce: 22,
  agriculture: 9,
  transport: 6,
  sante: 14,
  enfance: 6,
  services: 14,
  public: 7,
} as const
export type Employer = { commune: string; sector: keyof typeof sectors; size: string; keen: boolean }

const employer = (random: Random): Employer => ({
  commune: home(random),
  sector: one(random, sectors),
  size: one(random, { aucun: 24, de_1_a_9: 48, de_10_a_49: 21, plus_50: 7 }),
  keen: happens(random, 0.4),
})

const early = new Set(['industrie', 'agriculture', 'transport', 'sante', 'enfance'])
const late = new Set(['commerce', 'sante', 'transport'])

const ofEmployers: Model<Employer>['answers'] = {
  secteur: ({ sector }) => sector,
  commune: ({ commune }) => commune,
  taille: ({ size }) => size,
  horaires: ({ sector }, random) =>
    someOrNone(random, {
      avant_7h30: early.has(sector) ? 0.6 : 0.14,
      apres_18h30: late.has(sector) ? 0.66 : 0.16,
      nuit: sector === 'sante' ? 0.4 : 0.06,
      samedi: late.has(sector) ? 0.7 : 0.18,
      dimanche: sector === 'sante' || sector === 'commerce' ? 0.4 : 0.06,
      equipes: sector === 'industrie' ? 0.3 : 0.06,
      coupes: sector === 'commerce' || sector === 'sante' ? 0.36 : 0.06,
      planning_court: sector === 'commerce' ? 0.2 : 0.08,
    }),
  garde: ({ size, sector }, random) =>
    one(
      random,
      size === 'aucun'
        ? { souvent: 6, parfois: 18, non: 30, pas_concerne: 46 }
        : { souvent: late.has(sector) ? 20 : 9, parfois: 36, non: 38, pas_concerne: 10 },
    ),
  effets: someOf({ retards: 0.72, horaires: 0.42, temps: 0.36, departs: 0.16, embauches: 0.24 }),
  pret: ({ sector, size, keen }, random) =>
    someOrNone(random, {
      horaires: 0.46,
      teletravail: sector === 'services' ? 0.6 : 0.08,
      informer: 0.4,
      places: size === 'plus_50' ? 0.3 : 0.04,
      participer: keen ? 0.14 : 0.03,
      commun: keen ? 0.36 : 0.12,
    }),
  accueil: ({ size }, random) =>
    someOrNone(random, {
      decouverte: size === 'aucun' ? 0.12 : 0.46,
      stage: size === 'aucun' ? 0.1 : 0.4,
      alternance: size === 'aucun' ? 0.03 : 0.3,
      ete: size === 'aucun' ? 0.02 : 0.26,
      emploi: size === 'aucun' ? 0.02 : 0.2,
      visite: 0.08,
    }),
  plus: intends(40),
  freins: ({ size }, random) =>
    someOrNone(
      random,
      {
        temps: 0.5,
        activite: size === 'aucun' ? 0.4 : 0.2,
        regles: 0.26,
        candidats: 0.2,
        transport: 0.3,
        horaires: 0.16,
        papiers: 0.24,
        cout: 0.26,
      },
      3,
    ),
  aides: someOf(
    { contact: 0.44, rencontres: 0.26, tuteurs: 0.2, transport: 0.3, logement: 0.1, preparation: 0.36, argent: 0.4 },
    3,
  ),
  reseau: intends(36),
  recrutement: ({ size, sector }, random) =>
    one(
      random,
      size === 'aucun'
        ? { souvent: 4, parfois: 8, non: 14, pas_concerne: 74 }
        : { souvent: sector === 'sante' || sector === 'enfance' ? 56 : 30, parfois: 36, non: 24, pas_concerne: 10 },
    ),
  enfance_manque: someOf({
    cap: 0.4,
    auxiliaire: 0.44,
    eje: 0.34,
    animation: 0.5,
    direction: 0.14,
    remplacement: 0.5,
  }),
  enfance_stages: intends(70),
}

export const employers: Model<Employer> = {
  traits: employer,
  answers: ofEmployers,
  goesOn: 1,
  consents: 1,
  channels: { courriel: 60, reunion: 20, reseaux: 20 },
}
