/** The communes of the territory, each answering once for itself. Shares are invented. */
import { ofAuthority } from '../authority/in-force.ts'
import { communes } from '../authority/territory.ts'
import type { Answer, Model } from './model.ts'
import { intends } from './partners.ts'
import { happens, one, oneOf, orElse, type Random, shuffled, some, someOf, someOrNone } from './random.ts'

export type Town = {
  commune: string
  /** Few people, a secretary some mornings a week. */
  small: boolean
  keen: boolean
}

const smallBelow = 1_500
const towns = ofAuthority(() => communes().map(({ insee, population }) => ({ insee, small: population < smallBelow })))

/** Every commune of the territory comes once before any comes again. */
function eachOnce(): (random: Random) => Town {
  let left: string[] = []
  return (random) => {
    if (left.length === 0)
      left = shuffled(
        towns().map(({ insee }) => insee),
        random,
      )
    const commune = left.pop()!
    const small = towns().find(({ insee }) => insee === commune)!.small
    return { commune, small, keen: happens(random, 0.5) }
  }
}

const bySize =
  (small: Record<string, number>, large: Record<string, number>): Answer<Town> =>
  (town, random) =>
    one(random, town.small ? small : large)

const answers: Model<Town>['answers'] = {
  commune: ({ commune }) => commune,
  nommee: oneOf({ oui: 94, non: 6 }),
  supports: ({ small }, random) =>
    someOrNone(random, {
      bulletin: 0.86,
      affichage: 0.9,
      panneau: small ? 0.15 : 0.7,
      site: small ? 0.55 : 0.95,
      reseaux: small ? 0.3 : 0.85,
      application: small ? 0.5 : 0.45,
      courriel: 0.3,
      reunions: 0.35,
      porte: small ? 0.3 : 0.02,
    }),
  relais: bySize(
    { toujours: 10, souvent: 40, rarement: 44, jamais: 6 },
    { toujours: 40, souvent: 50, rarement: 10, jamais: 0 },
  ),
  besoins_info: someOf(
    { textes: 0.6, affiches: 0.34, calendrier: 0.55, referent: 0.45, temps: 0.4, formation: 0.12, rencontre: 0.28 },
    3,
  ),
  demarches: bySize(
    { france_services: 2, mairie: 48, passage: 10, souhait: 20, non: 20 },
    { france_services: 40, mairie: 40, passage: 15, souhait: 5, non: 0 },
  ),
  lieu_jeunes: bySize({ anime: 0, libre: 30, projet: 15, non: 55 }, { anime: 60, libre: 20, projet: 10, non: 10 }),
  tournee: intends(68),
  tournee_moyens: someOf({ salle: 0.8, terrain: 0.7, courant: 0.75, personne: 0.45, annonce: 0.7, materiel: 0.5 }),
  cmj: bySize({ oui: 6, avant: 8, projet: 12, non: 74 }, { oui: 50, avant: 20, projet: 15, non: 15 }),
  cmj_aide: ({ small }, random) =>
    someOrNone(
      random,
      {
        commun: small ? 0.6 : 0.15,
        animateur: 0.45,
        departement: 0.2,
        methode: 0.4,
        elu: 0.2,
        budget: 0.2,
        jeunes: 0.3,
      },
      3,
    ),
  ateliers: intends(74),
  ateliers_lieux: (_, random) =>
    orElse(some(random, { salle: 0.85, ecole: 0.35, mediatheque: 0.3, dehors: 0.5 }), 'salle'),
  ateliers_rythme: oneOf({ une_fois: 20, trimestre: 50, deux_mois: 20, mois: 10 }),
  habitat: bySize({ habite: 2, projet: 8, idee: 25, non: 65 }, { habite: 20, projet: 25, idee: 25, non: 30 }),
  habitat_public: (_, random) =>
    orElse(some(random, { aines: 0.85, handicap: 0.25, jeunes: 0.2, familles: 0.2, generations: 0.4 }), 'aines'),
  foncier: oneOf({ oui: 24, peut_etre: 36, non: 40 }),
  habitat_aide: someOf({ exemples: 0.4, etude: 0.5, porteur: 0.45, argent: 0.5, besoins: 0.3, information: 0.15 }, 3),
  sejour: bySize({ annee: 4, passage: 26, non: 70 }, { annee: 30, passage: 30, les_deux: 20, non: 20 }),
  scolarite: oneOf({ tous: 35, une_partie: 55, aucun: 10 }),
  coordination: someOf(
    { inscription: 0.4, presence: 0.5, mediateur: 0.5, droits: 0.3, terrain: 0.3, communes: 0.4 },
    3,
  ),
  priorite: oneOf({ information: 18, jeunes: 22, familles: 12, habitat: 20, voyageurs: 4, garde: 12, lien: 12 }),
}

export const communesModel: Model<Town> = {
  traits: { deal: eachOnce },
  answers,
  goesOn: 1,
  consents: 1,
  channels: { courriel: 100 },
}
