/** What a finding of a census says: how many of all the communes, which ones, and what the silent ones could change. */
import { type Unit, unitRows } from '../../surveys/questionnaire/audiences.ts'
import { headed } from '../../surveys/wording/sentence-frame.ts'
import type { Census } from '../disclosure/census.ts'
import type { Estimate } from '../estimates/estimate.ts'
import { answersOf } from '../measures/answers.ts'
import type { Subject } from '../measures/measure.ts'
import { namesIn } from '../measures/respondents/census.ts'
import { and, count, counted, mostWords, quote, typeset, wordsIn } from '../text/format.ts'
import type { Finding } from './finding.ts'
import { namesOf, type Rival, tieSentence, unquoted } from './ties.ts'

/** More answers given as often as each other tell nothing, nor do those of one each: « 7 réponses arrivent à égalité ». */
const mostLevel = 4
/** So few of a part of them decide nothing. */
const mostOpen = 2

/**
 * « Douze des dix-neuf communes ont un conseil de jeunes », in figures. One or none of them has no plural verb: the title then leads.
 *
 * @param frame of the indicator; `isBare`: its title comes before
 * @param isFiltered the question was put to some of them only
 * @param leaders answers given as often as each other, more than all others; empty when the finding is no ranking
 */
export function censusSentence(
  { sentence: frame, title, isBare = false }: { sentence: string; title: string; isBare?: boolean },
  estimate: Estimate,
  leaders: readonly Rival[],
  census: Census,
  { unit, isFiltered }: { unit: Unit; isFiltered: boolean },
): string {
  const { one, many } = unitRows[unit]
  const hits = Math.round(estimate.value * estimate.base)
  const isAll = census.answered === census.population
  // a single one is no count
  if (census.answered === 1 && !isAll)
    return typeset(
      `${title} : une seule des ${count(census.population)} ${many} publie ses réponses, trop peu pour conclure.${isFiltered ? ` La question ne se pose qu’à certaines ${many}.` : ''}`,
    )
  const base = count(estimate.base)
  const isWhole = estimate.base === census.answered
  // « la seule commune à qui la question se pose » was read as the only one of the territory, « aucune commune sur 2 » as none of them,
  // « Communes où… : 2 communes seulement » as two where it is so
  if ((estimate.base === 1 || (hits === 0 && estimate.base <= mostOpen)) && !isAll) {
    if (isWhole)
      return typeset(
        `${title} : ${base} seulement des ${count(census.population)} ${many} publient leurs réponses, trop peu pour conclure.`,
      )
    const isOne = estimate.base === 1
    const among = `${count(census.answered)} ${many} dont les réponses sont publiées`
    const reason = isFiltered
      ? `la question ne se pose qu’à ${isOne ? 'une' : base} des ${among}`
      : `${isOne ? 'une seule' : `${base} seulement`} des ${among} se prononce${isOne ? '' : 'nt'}`
    return typeset(
      `${title} : ${reason}, trop peu pour conclure. Le territoire compte ${count(census.population)} ${many}.`,
    )
  }
  const publishing = isAll
    ? ''
    : ` Réponses publiées : ${count(census.answered)} ${many} sur ${count(census.population)}.`
  const inAll = isAll ? '' : ` Le territoire compte ${count(census.population)} ${many}.`
  // where all who publish are counted, the sentence has said how many they are
  const outOf = isWhole ? inAll : publishing
  if (leaders.length > 1 && (hits < 2 || leaders.length > mostLevel)) {
    const spread =
      hits < 2
        ? 'aucune réponse n’est donnée deux fois'
        : `${count(leaders.length)} réponses arrivent à égalité, données chacune par ${counted(hits, one, many)}`
    return typeset(`${title} : ${spread}.${publishing}`)
  }
  if (hits < 2) {
    const [name] = namesOf(leaders)
    const does = hits === 0 ? `n’est dans ce cas` : name === undefined ? 'est dans ce cas' : `cite ${name}`
    const isOne = estimate.base === 1
    const whose = isFiltered
      ? ' à qui la question se pose'
      : !isWhole
        ? ` qui se prononce${isOne ? '' : 'nt'}`
        : isAll
          ? ''
          : ' dont les réponses sont publiées'
    const ofOne = `la seule ${one}${whose} ${hits === 0 ? 'n’est pas dans ce cas' : does}`
    const ofMany = `${hits === 0 ? 'aucune' : 'une seule'} des ${base} ${many}${whose} ${does}`
    return typeset(`${title} : ${isOne ? ofOne : ofMany}.${isFiltered ? publishing : outOf}`)
  }
  // « Parmi les communes répondantes où …, {value} … »: a question put to some of them
  const [, whom] = /^Parmi les ([^{]+), (?=\{value\})/.exec(frame) ?? []
  // the same in a version stored before: « {value} qui n’excluent pas une tournée … »
  const isNamed = /^\{value\} (?:qui|où|avec|sans|prêtes|accueillant) /.test(frame)
  const isUnanimous = hits === estimate.base
  /** « Les 3 communes qui … accueilleraient », or « Parmi les 5 communes qui …, 3 accueilleraient ». */
  const among = (whom: string) => (isUnanimous ? `les ${base} ${whom}` : `Parmi les ${base} ${whom}, ${count(hits)}`)
  const those = `${isUnanimous ? 'les' : `${count(hits)} des`} ${base}`
  const said =
    whom !== undefined
      ? among(whom)
      : isAll && (isWhole || isNamed)
        ? `${those} ${many}`
        : isNamed
          ? `Parmi les ${count(census.answered)} ${many} dont les réponses sont publiées, ${those}`
          : among(`${many} ${isWhole ? 'dont les réponses sont publiées' : 'qui se prononcent'}`)
  const plain = frame
    .slice(whom === undefined ? 0 : `Parmi les ${whom}, `.length)
    .replace(/\s*\([^()]*\{(?:interval|base)\}[^()]*\)/g, '')
    .replace(/\s*\.?$/, '.')
  const naming = (top: string) => {
    const sentence = plain.replaceAll('{value}', said).replaceAll('{top}', top)
    const own = sentence.charAt(0).toUpperCase() + sentence.slice(1)
    return isBare ? headed(title, own) : own
  }
  const reach = isNamed ? inAll : whom === undefined ? outOf : publishing
  const names = leaders.map(({ label, phrase }) => phrase ?? quote(unquoted(label)))
  // what all of them gave is one list; « un terrain ou une place et une annonce » would not be
  const listed = names.toSorted((a, b) => Number(/ ou /.test(a)) - Number(/ ou /.test(b)))
  const together = naming(and(listed))
  const isPlain = !names.some((name) => /,| et /.test(name)) && !listed.slice(0, -1).some((name) => / ou /.test(name))
  if (names.length < 2 || (isUnanimous && isPlain && wordsIn(together) <= mostWords)) return typeset(together + reach)
  const tied = tieSentence(leaders) ?? ''
  return typeset(`${naming(names[0]!)} ${tied}${reach}`)
}

/** While none of them agreed: their answers were promised to be in no figure, nor in words. */
export const unnamedSentence = (title: string, unit: Unit): string =>
  typeset(`${title} : pas de résultat, aucune ${unitRows[unit].one} ne publie encore ses réponses.`)

/** In the place of what is said of answers that came by themselves. */
export const censusLimit = ({ population, answered }: Census): string =>
  typeset(
    answered === population
      ? `Recensement : les ${count(population)} communes ont répondu et publient leurs réponses. Rien n’est estimé.`
      : answered === 0
        ? `Recensement : aucune des ${count(population)} communes ne publie encore ses réponses.`
        : answered === 1
          ? `Recensement : une seule des ${count(population)} communes publie ses réponses. L’intervalle dit ce que les autres pourraient changer.`
          : `Recensement : ${count(answered)} des ${count(population)} communes ont répondu et publient leurs réponses. L’intervalle dit ce que les autres pourraient changer.`,
  )

/** Who answered, without a margin nor a zone. */
export const censusReach = (census: Census): string[] => [censusLimit(census)]

/** The table of a finding with the communes that gave each answer, out of all of them; bars of counted bodies are never uncertain. */
export function namedPages(pages: Pick<Finding, 'table' | 'chart'>, subject: Subject, { population }: Census): void {
  const { table, chart } = pages
  if (table) {
    const { many } = unitRows[subject.table.unit]
    table.base += typeset(`. Le territoire compte ${count(population)} ${many}.`)
    table.columns = table.columns.map((title) => (title === 'Intervalle à 95 %' ? 'Avec celles qui manquent' : title))
    table.notes.push(...namesNotes(subject))
  }
  if (chart?.kind === 'bars') chart.bars = chart.bars.map((bar) => ({ ...bar, uncertain: false }))
}

/** None of what is sensitive: the commune was promised that its name does not stand beside it. */
function namesNotes(subject: Subject): string[] {
  if (subject.field.sensitivity === 'sensitive') return []
  const names = namesIn(subject.table)
  return answersOf(subject).flatMap(({ label, hits }) => {
    const own = names.filter((_, row) => hits[row]! > 0).sort((a, b) => a.localeCompare(b, 'fr'))
    return own.length === 0 ? [] : [typeset(`${label} : ${and(own)}.`)]
  })
}
