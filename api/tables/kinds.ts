/** The kinds of reference table, in rows: columns, what they are for, and the rules that hold over a whole table. */

import { communes } from '../../surveys/authority/territory.ts'
import { marginUnits, populations } from '../../surveys/questionnaire/audiences.ts'
import { type CellReader, choice, commune, days, number, text, time, yesNo } from './cell.ts'
import type { Rule } from './row.ts'
import * as rules from './rules.ts'

export type Column = {
  /** Name of the value in a row. */
  key: string
  /** What stands at the top of the column. */
  label: string
  /** Other headings that a pasted table may have for it. */
  alike?: readonly string[]
  help: string
  read: CellReader
  optional?: boolean
  /** Given with its lines, for reading: nobody types there, and no line comes or goes. */
  isFixed?: true
  /** Words offered, when the list is closed. */
  words?: readonly string[]
}
export type Kind = {
  name: string
  title: string
  /** What it is for, and where to find it. */
  help: string
  columns: Column[]
  /** Pasted as a grid too: its second column down, the words of its first across, its third in the cells. */
  isGrid?: true
  /** Those that a line to correct may make false: said once every cell is right. */
  rules: Rule[]
  /** Those that are true of some lines already: said together with what is wrong in the cells of others. */
  lineRules?: Rule[]
  /** A line shown as an example, with a commune of the territory. */
  example: () => string[]
}

const column = (key: string, label: string, help: string, read: CellReader, more: Partial<Column> = {}): Column => ({
  key,
  label,
  help,
  read,
  ...more,
})
const oneOf = (key: string, label: string, help: string, words: readonly string[]) =>
  column(key, label, help, choice(words), { words })

const aCommune = () => communes()[0]?.name ?? ''

const periods = ['année scolaire', 'mercredi', 'petites vacances', 'été', 'toute l’année'] as const
const whole = number({ min: 0, max: 10_000_000, whole: true })

/** `without`: what the results lack while it is empty. */
type ReferenceKind = Kind & { without: string }

/** In the order in which they are best filled. */
export const kinds: readonly ReferenceKind[] = [
  {
    name: 'zones',
    title: 'Zones du territoire',
    help: 'Dans quelle zone se trouve chaque commune. Les résultats se lisent par zone, jamais par commune. Changer cette table ne perd aucune réponse.',
    without: 'le découpage reste provisoire.',
    columns: [
      column('commune', 'Commune', 'Nom ou code INSEE', commune),
      column('zone', 'Zone', 'Par exemple « Sud »', text(60)),
    ],
    rules: [],
    lineRules: [rules.once(['commune'], 'Commune'), rules.everyCommune, rules.fewZones],
    example: () => [aCommune(), 'Sud'],
  },
  {
    name: 'frames',
    title: 'Effectifs',
    help: 'Combien de ménages, d’enfants, de jeunes, de professionnels ou d’associations compte chaque zone, d’après un registre (Caf, écoles, INSEE, annuaires), jamais d’après les réponses.',
    without: 'les résultats donnent des parts, jamais un nombre d’enfants ou de familles.',
    columns: [
      column('zone', 'Zone', 'Une zone de la table des zones, ou « Ensemble »', text(60)),
      oneOf('population', 'Population', 'Qui est compté', populations),
      column('age', 'Âge', 'Tranche, par exemple 3-5 ; vide = tous les âges', text(20), { optional: true }),
      column('count', 'Effectif', 'Nombre entier', whole),
    ],
    rules: [],
    lineRules: [rules.once(['zone', 'population', 'age'], 'Zone'), rules.agesApart, rules.wholeIsSum],
    example: () => ['Sud', 'enfants', '3-5', '118'],
  },
  {
    name: 'margins',
    title: 'Marges de redressement',
    help: 'Les totaux connus qui servent à pondérer les réponses. Les marges d’une même unité doivent avoir le même total.',
    without: 'les réponses ne sont pas pondérées : qui répond le plus pèse trop.',
    columns: [
      column('variable', 'Variable', 'Par exemple « zone » ou « genre »', text(60)),
      column('value', 'Modalité', 'Par exemple « Sud »', text(60)),
      oneOf('unit', 'Unité', 'Ce qui est compté', marginUnits),
      column('count', 'Effectif', 'Nombre', number({ min: 0, max: 10_000_000 })),
    ],
    rules: [],
    lineRules: [rules.once(['variable', 'value', 'unit'], 'Modalité'), rules.sameTotals],
    example: () => ['zone', 'Sud', 'ménages', '412'],
  },
  {
    name: 'supply',
    title: 'Services existants',
    help: 'Les accueils d’aujourd’hui : jours, heures et places. Ils se comparent aux besoins.',
    without: 'le besoin n’est comparé à aucune place ouverte.',
    columns: [
      column('service', 'Service', 'Nom du lieu', text(100)),
      column('kind', 'Type', 'Crèche, accueil de loisirs, périscolaire…', text(60)),
      column('commune', 'Commune', 'Nom ou code INSEE', commune),
      oneOf('period', 'Période', 'Quand il est ouvert', periods),
      column('days', 'Jours', 'Par exemple « lundi-vendredi »', days),
      column('from', 'Ouvre à', 'Par exemple 7\u00a0h\u00a030', time),
      column('to', 'Ferme à', 'Par exemple 18\u00a0h\u00a030', time),
      column('places', 'Places', 'Nombre entier ; vide = inconnu', whole, { optional: true }),
    ],
    rules: [],
    lineRules: [rules.opensBeforeClosing, rules.once(['service', 'period', 'days', 'from'], 'Service')],
    example: () => [
      'Les Petits Pas',
      'crèche',
      aCommune(),
      'toute l’année',
      'lundi-vendredi',
      '7 h 30',
      '18 h 30',
      '40',
    ],
  },
  {
    name: 'places',
    title: 'Lieux envisagés',
    help: 'Les lieux où un accueil pourrait ouvrir. Ils sont proposés aux familles dans le questionnaire sur l’accueil de loisirs.',
    without: 'les familles ne disent pas quel lieu leur conviendrait.',
    columns: [
      column('place', 'Lieu', 'Nom tel que les familles le connaissent', text(100)),
      column('commune', 'Commune', 'Nom ou code INSEE', commune),
    ],
    rules: [rules.between(2, 4, 'lieux')],
    lineRules: [rules.once(['place'], 'Lieu')],
    example: () => [`École de ${aCommune()}`, aCommune()],
  },
  {
    name: 'slices',
    title: 'Tranches de quotient familial',
    help: 'Les tranches des tarifs de la communauté de communes, telles qu’elles ont été délibérées, de la plus basse à la plus haute.',
    without: 'le quotient familial ne peut pas être demandé.',
    columns: [
      column('from', 'De', 'Quotient en euros ; vide pour la première', number({ min: 0, max: 20_000 }), {
        optional: true,
      }),
      column('to', 'À', 'Compris ; vide pour la dernière', number({ min: 0, max: 20_000 }), { optional: true }),
    ],
    rules: [rules.contiguous, rules.between(2, 12, 'tranches')],
    example: () => ['500', '699'],
  },
  {
    name: 'prices',
    title: 'Niveaux de prix',
    help: 'Trois prix d’une journée d’accueil, montrés au hasard aux familles avec leur tranche, pour savoir lesquels elles accepteraient.',
    without: 'aucun prix n’est proposé aux familles.',
    columns: [
      oneOf('level', 'Niveau', 'Lequel des trois', rules.priceLevels),
      column('slice', 'Tranche', 'Tranche de quotient familial ; vide = toutes', text(60), { optional: true }),
      column('euros', 'Prix d’une journée', 'En euros', number({ min: 0, max: 500 })),
    ],
    isGrid: true,
    rules: [rules.everyLevel],
    lineRules: [rules.once(['level', 'slice'], 'Niveau')],
    example: () => ['moyen', 'De 500 à 699', '12,50'],
  },
  {
    name: 'ratios',
    title: 'Taux d’encadrement',
    help: 'Combien d’enfants un adulte peut encadrer, avec l’article qui le dit. À confirmer par votre service : la règle change avec le projet éducatif de territoire (PEDT) et la durée.',
    without: 'le nombre d’adultes à prévoir n’est pas calculé.',
    columns: [
      oneOf('period', 'Période', 'Quand', ['mercredi', 'vacances', 'matin et soir d’école']),
      column('pedt', 'PEDT', 'oui ou non', yesNo),
      oneOf('duration', 'Durée', 'De l’accueil dans la journée', ['jusqu’à 5 h', 'plus de 5 h', 'toutes']),
      oneOf('age', 'Âge', 'Des enfants', ['moins de 6 ans', '6 ans et plus']),
      column('childrenPerAdult', 'Enfants par adulte', 'Nombre entier', number({ min: 1, max: 50, whole: true })),
      column('reference', 'Référence', 'Article, par exemple « CASF R.227-15 »', text(120)),
    ],
    rules: [],
    lineRules: [rules.once(['period', 'pedt', 'duration', 'age'], 'Période')],
    example: () => ['mercredi', 'non', 'toutes', 'moins de 6 ans', '10', 'CASF R.227-16'],
  },
  {
    name: 'attendance',
    title: 'De l’intention à la présence',
    help: 'Quelle part des intentions devient une présence. Rien n’est supposé : sans source, laissez cette table vide et les résultats montreront des intentions et des bornes.',
    without: 'les résultats disent des intentions et des bornes, pas des présences.',
    columns: [
      oneOf('period', 'Période', 'Quand', periods),
      oneOf('age', 'Âge', 'Des enfants', ['moins de 6 ans', '6 ans et plus']),
      oneOf('intention', 'Intention', 'Ce que la famille a répondu', ['certainement', 'probablement', 'peut-être']),
      column('present', 'Part présente', 'Pourcentage', number({ min: 0, max: 1, percent: true })),
      column('source', 'Source', 'Étude ou comptage, avec sa date', text(200)),
    ],
    rules: [],
    lineRules: [rules.once(['period', 'age', 'intention'], 'Période'), rules.surerIsMore],
    example: () => ['mercredi', 'moins de 6 ans', 'probablement', '60 %', 'Comptage du centre de loisirs, 2025'],
  },
  {
    name: 'costs',
    title: 'Coûts d’une journée',
    help: 'Ce que coûte et rapporte une journée d’accueil, pour savoir à partir de combien d’enfants elle s’équilibre. Table vide : aucun seuil n’est calculé.',
    without: 'le nombre d’enfants à partir duquel une journée s’équilibre n’est pas calculé.',
    columns: [
      column('item', 'Poste', 'Par exemple « repas »', text(100)),
      oneOf('kind', 'Sens', 'Ce qui sort ou ce qui entre', ['dépense', 'recette']),
      oneOf('per', 'Par', 'Pour la journée, pour chaque enfant ou pour chaque adulte', ['jour', 'enfant', 'adulte']),
      column('euros', 'Euros', 'Pour une journée', number({ min: 0, max: 100_000 })),
    ],
    rules: [],
    lineRules: [rules.once(['item', 'kind', 'per'], 'Poste')],
    example: () => ['Repas', 'dépense', 'enfant', '5,20'],
  },
]

export const kindOf = (name: string): Kind | null => kinds.find((kind) => kind.name === name) ?? null
