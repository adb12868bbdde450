/** Who answers the two youth questionnaires: people of 11 to 15, and of 16 to 25. */
import { provisionalZones, zoneOf } from '../authority/territory.ts'
import { home, isRural } from './households.ts'
import type { Model } from './model.ts'
import { happens, one, orElse, type Random, some, someOf, someOrNone } from './random.ts'

export type Young = {
  commune: string
  /** Outside the towns: further from everything. */
  rural: boolean
  sex: 'fille' | 'garcon' | 'autre'
  age: string
  older: boolean
  /** Feels like taking part: drawn once, so that the answers agree. */
  keen: boolean
}

const young =
  (older: boolean) =>
  (random: Random): Young => {
    const commune = home(random)
    const zone = zoneOf(commune, provisionalZones())
    return {
      commune,
      rural: zone !== null && isRural({ zone }),
      sex: one(random, { fille: 50, garcon: 48, autre: 2 }),
      age: older
        ? one(random, { '16_17': 34, '18_20': 32, '21_25': 34 })
        : one(random, { '11_12': 40, '13_14': 40, '15': 20 }),
      older,
      keen: happens(random, 0.28),
    }
  }

/** Chance of knowing each service, in a town; a little less far from them. */
const known = {
  espace_jeunes: 0.62,
  info_jeunes: 0.39,
  promeneurs_du_net: 0.13,
  conseil_jeunes: 0.43,
  mission_locale: 0.59,
  france_services: 0.53,
}

/** Chance of being tempted by each, for those who do not feel like taking part. */
const tempting = {
  espace_jeunes: 0.16,
  equipe: 0.12,
  conseil_jeunes: 0.12,
  junior_asso: 0.13,
  evenement: 0.2,
  benevole: 0.17,
}

/** Each authority names other towns around: a weight counts where its answer is offered. */
const amongOffered = (offered: readonly string[], weights: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(weights).filter(([value]) => offered.includes(value)))

const answers: Model<Young>['answers'] = {
  lieux_dehors: ({ rural, sex, older }, random, { offered }) =>
    someOrNone(
      random,
      {
        ...Object.fromEntries(offered.map((place) => [place, rural ? 0.1 : 0.22])),
        chez_amis: 0.46,
        stade: sex === 'garcon' ? 0.36 : 0.18,
        city_stade: sex === 'garcon' ? 0.3 : 0.12,
        parc: 0.3,
        berges: rural ? 0.1 : 0.2,
        parking: older ? 0.16 : 0.04,
        gare: 0.1,
        arret_bus: rural ? 0.22 : 0.12,
        commerces: older ? 0.3 : 0.15,
        mediatheque: 0.12,
        espace_jeunes: rural ? 0.05 : 0.14,
        club: 0.24,
        famille: 0.12,
      },
      3,
    ),
  lieu_moments: ({ older }, random) =>
    orElse(
      some(random, {
        apres_cours: 0.5,
        soir: older ? 0.5 : 0.2,
        mercredi: older ? 0.25 : 0.5,
        week_end: 0.68,
        vacances: 0.56,
      }),
      'week_end',
    ),
  lieu_usages: ({ sex }, random) =>
    orElse(
      some(
        random,
        {
          discuter: 0.6,
          sport: sex === 'garcon' ? 0.42 : 0.24,
          jouer: 0.3,
          creer: 0.18,
          travailler: 0.14,
          manger: 0.2,
          attendre: 0.1,
          tranquille: 0.3,
        },
        3,
      ),
      'discuter',
    ),
  manque_ici: ({ rural, sex }, random) =>
    someOrNone(
      random,
      {
        lieu: 0.34,
        abri: sex === 'fille' ? 0.34 : 0.24,
        sport: 0.24,
        wifi: 0.2,
        transport: rural ? 0.5 : 0.2,
        horaires: 0.18,
        adulte: 0.06,
        activites: 0.34,
      },
      3,
    ),
  trajet: ({ rural, older, age }, random, { offered }) =>
    one(
      random,
      amongOffered(offered, {
        pied: rural ? 8 : 30,
        velo: 18,
        scooter: age === '15' || age === '16_17' ? 14 : 1,
        parents: older ? 14 : 40,
        voiture: age === '21_25' ? 60 : 26,
        covoiturage: 6,
        bus: 16,
        train: older ? 12 : 2,
      }),
    ),
  renonce_transport: ({ rural, older }, random) => {
    const far = rural ? 1.6 : 1
    return someOrNone(random, {
      activite: 0.13 * far,
      amis: 0.16 * far,
      job: older ? 0.1 * far : 0.01,
      rendez_vous: 0.05 * far,
      partir_tot: 0.1 * far,
    })
  },
  loisirs_envie: someOf(
    {
      sport: 0.3,
      musique: 0.2,
      numerique: 0.18,
      creer: 0.18,
      sorties: 0.46,
      nature: 0.2,
      sejours: 0.34,
      rien_faire: 0.3,
    },
    3,
  ),
  freins: ({ rural, older }, random) =>
    someOrNone(
      random,
      {
        prix: older ? 0.4 : 0.26,
        horaires: 0.18,
        transport: rural ? 0.48 : 0.2,
        seul: 0.22,
        inconnu: 0.24,
        rien_ici: rural ? 0.4 : 0.18,
        pas_pour_moi: 0.08,
        parents: older ? 0.03 : 0.2,
        temps: 0.24,
      },
      3,
    ),
  services_connus: ({ rural }, random, { offered }) =>
    someOrNone(
      random,
      amongOffered(
        offered,
        Object.fromEntries(Object.entries(known).map(([service, chance]) => [service, chance * (rural ? 0.8 : 1)])),
      ),
    ),
  services_utilises: (_, random, { offered }) =>
    someOrNone(random, Object.fromEntries(offered.map((service) => [service, 0.22]))),
  canaux: ({ older }, random) =>
    someOrNone(
      random,
      {
        instagram: older ? 0.58 : 0.3,
        snapchat: 0.42,
        tiktok: 0.36,
        whatsapp: 0.14,
        amis: 0.34,
        parents: older ? 0.14 : 0.4,
        ecole: 0.28,
        affiches: 0.12,
        site: 0.06,
        animateurs: 0.05,
      },
      3,
    ),
  point_entree: ({ rural, keen }, random) =>
    one(random, {
      lieu: rural ? 16 : 28,
      itinerant: rural ? 26 : 9,
      en_ligne: 24,
      ecole: 20,
      pas_besoin: keen ? 8 : 22,
    }),
  demarches: someOf(
    {
      job: 0.34,
      stage: 0.24,
      orientation: 0.22,
      permis: 0.36,
      logement: 0.22,
      papiers: 0.14,
      soins: 0.15,
      argent: 0.14,
      creer: 0.04,
    },
    3,
  ),
  envies_jeunes: ({ keen }, random, { offered }) =>
    someOrNone(
      random,
      amongOffered(
        offered,
        Object.fromEntries(Object.entries(tempting).map(([what, chance]) => [what, chance * (keen ? 2.4 : 1)])),
      ),
      3,
    ),
  budget_5000: ({ rural, keen }, random) =>
    one(random, {
      lieu: 22,
      sorties: 24,
      sport: 16,
      transport: rural ? 24 : 10,
      evenement: 18,
      projets: keen ? 14 : 6,
    }),
  age: ({ age }) => age,
  genre: ({ sex }) => sex,
  situation: ({ age, older }, random) => {
    if (!older)
      return age === '15'
        ? one(random, { college: 30, lycee: 60, mfr: 8, autre: 2 })
        : one(random, { college: 98, autre: 2 })
    if (age === '16_17') return one(random, { lycee: 76, mfr: 6, apprenti: 13, recherche: 2, autre: 3 })
    return one(random, {
      etudiant: age === '18_20' ? 44 : 26,
      apprenti: 14,
      emploi: age === '18_20' ? 20 : 44,
      service_civique: 2,
      recherche: 12,
      autre: 6,
    })
  },
  commune: ({ commune }) => commune,
  securite: ({ sex }, random) =>
    sex === 'garcon'
      ? one(random, { oui: 46, plutot_oui: 42, plutot_non: 7, non: 3, pas_concerne: 2 })
      : one(random, { oui: 18, plutot_oui: 48, plutot_non: 22, non: 10, pas_concerne: 2 }),
}

const model = (older: boolean): Model<Young> => ({ traits: young(older), answers, goesOn: 0.5, consents: 0.75 })
export const younger = model(false)
export const olderYoung = model(true)
