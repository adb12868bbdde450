/** Who answers for their trade: professionals who work with children, young people and families. Shares are invented. */
import { home } from './households.ts'
import type { Answer, Model } from './model.ts'
import { happens, one, oneOf, type Random, someOf, someOrNone } from './random.ts'

export type Partner = {
  commune: string
  trade: keyof typeof trades
  /** Feels like meeting others: drawn once, so that the answers agree. */
  keen: boolean
}

const trades = {
  assmat: 24,
  petite_enfance: 12,
  loisirs: 18,
  enseignant: 16,
  aesh: 8,
  jeunesse: 5,
  social: 8,
  soin: 4,
  association: 5,
  domicile: 3,
  mairie: 3,
} as const

/** Would come, or would do it: the keen more often. */
export const intends =
  (yes: number): Answer<{ keen: boolean }> =>
  ({ keen }, random) =>
    one(random, {
      certainement: keen ? yes * 0.9 : yes * 0.35,
      probablement: yes * 0.65,
      probablement_pas: (100 - yes) * 0.6,
      non: keen ? (100 - yes) * 0.15 : (100 - yes) * 0.5,
    })

const withChildren = ({ trade }: Partner) => !['social', 'jeunesse', 'mairie'].includes(trade)

/** Works with them, or belongs to them. */
const worksWith =
  (own: readonly Partner['trade'][], often: number): Answer<Partner> =>
  ({ trade, keen }, random) =>
    own.includes(trade)
      ? 'mien'
      : one(random, { souvent: keen ? often * 1.4 : often, parfois: 34, jamais: 58 - often, inconnu: keen ? 3 : 9 })

const answers: Model<Partner>['answers'] = {
  metier: ({ trade }) => trade,
  commune: ({ commune }) => commune,
  esh: (who, random) =>
    withChildren(who)
      ? one(
          random,
          who.trade === 'aesh'
            ? { oui: 98, non: 2 }
            : who.trade === 'assmat'
              ? { oui: 14, non: 86 }
              : { oui: 62, non: 38 },
        )
      : one(random, { oui: 8, non: 12, pas_concerne: 80 }),
  formation_inclusion: ({ trade }, random) =>
    one(
      random,
      trade === 'aesh'
        ? { recente: 52, ancienne: 24, souhaitee: 22, non: 2 }
        : { recente: 16, ancienne: 14, souhaitee: 52, non: 18 },
    ),
  besoins_inclusion: ({ trade }, random) =>
    someOrNone(
      random,
      {
        formation: 0.46,
        echanges: 0.34,
        renfort: trade === 'assmat' ? 0.1 : 0.55,
        conseil: 0.38,
        materiel: 0.18,
        parents: 0.24,
        relais: 0.26,
      },
      3,
    ),
  temps_echange: (who, random, asked) =>
    withChildren(who) && who.trade !== 'assmat'
      ? intends(58)(who, random, asked)
      : one(random, { pas_concerne: 60, probablement: 18, non: 22 }),
  'partenaires.petite_enfance': worksWith(['assmat', 'petite_enfance'], 22),
  'partenaires.ecoles': worksWith(['enseignant', 'aesh'], 36),
  'partenaires.loisirs': worksWith(['loisirs'], 24),
  'partenaires.parentalite': worksWith([], 14),
  'partenaires.social': worksWith(['social'], 16),
  'partenaires.jeunesse': worksWith(['jeunesse'], 10),
  'partenaires.associations': worksWith(['association'], 15),
  freins: someOf(
    {
      temps: 0.62,
      qui_fait_quoi: 0.38,
      horaires: 0.34,
      distance: 0.12,
      changements: 0.22,
      secret: 0.12,
      cadre: 0.18,
    },
    3,
  ),
  projet_commun: ({ keen, trade }, random) =>
    one(random, {
      plusieurs: trade === 'assmat' ? 3 : 18,
      un: 20,
      envie: keen ? 44 : 24,
      non: keen ? 18 : 40,
    }),
  orienter: oneOf({ toujours: 10, souvent: 40, rarement: 34, jamais: 10, pas_concerne: 6 }),
  formation_commune: ({ keen }, random) => one(random, { oui: 22, souhaitee: keen ? 62 : 44, non: keen ? 16 : 34 }),
  themes_formation: someOf(
    {
      handicap: 0.4,
      emotions: 0.42,
      parents: 0.36,
      langage: 0.3,
      passages: 0.2,
      protection: 0.24,
      harcelement: 0.22,
      sante_mentale: 0.2,
    },
    3,
  ),
  'rencontres.cafe': intends(56),
  'rencontres.petit_dej': intends(38),
  'rencontres.vis_ma_vie': intends(44),
  'rencontres.inclusion': intends(48),
  'rencontres.parents': intends(40),
  moments: ({ trade }, random) =>
    someOrNone(random, {
      matin_tot: trade === 'assmat' ? 0.04 : 0.22,
      matin: trade === 'loisirs' || trade === 'social' ? 0.5 : 0.16,
      midi: 0.2,
      apres_midi: 0.2,
      fin_journee: trade === 'loisirs' ? 0.06 : 0.3,
      soir: trade === 'assmat' ? 0.5 : 0.18,
      en_ligne: 0.34,
    }),
  postes: ({ trade }, random) =>
    one(
      random,
      trade === 'loisirs' || trade === 'petite_enfance'
        ? { non: 36, un: 32, plusieurs: 30, pas_concerne: 2 }
        : { non: 62, un: 22, plusieurs: 10, pas_concerne: 6 },
    ),
  trois_ans: ({ trade }, random) =>
    one(random, {
      certainement: 38,
      probablement: 30,
      probablement_pas: 14,
      non: 6,
      retraite: trade === 'assmat' ? 22 : 8,
    }),
  attrait: ({ trade }, random) =>
    someOrNone(
      random,
      {
        salaire: 0.6,
        horaires: trade === 'loisirs' ? 0.5 : 0.24,
        remplacements: trade === 'assmat' ? 0.2 : 0.4,
        formation: 0.26,
        reconnaissance: 0.56,
        decouverte: 0.2,
        logement: 0.06,
      },
      3,
    ),
  assmat_place: oneOf({ oui: 26, bientot: 24, non: 44, arret: 6 }),
  assmat_valoriser: someOf(
    { portes_ouvertes: 0.34, temoignages: 0.42, places: 0.46, reunions: 0.24, ecoles: 0.16, horaires: 0.38 },
    3,
  ),
}

export const partners: Model<Partner> = {
  traits: (random: Random): Partner => ({
    commune: home(random),
    trade: one(random, trades),
    keen: happens(random, 0.35),
  }),
  answers,
  goesOn: 1,
  consents: 1,
  channels: { courriel: 60, reunion: 25, affiche: 15 },
}
