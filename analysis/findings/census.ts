/** What a finding of a census says: how many of all the communes, which ones, and what the silent ones could change. */
import { type Unit, unitRows } from '../../surveys/questionnaire/audiences.ts'
import type { Census } from '../disclosure/census.ts'
import type { Estimate } from '../estimates/estimate.ts'
import { answersOf } from '../measures/answers.ts'
import type { Subject } from '../measures/measure.ts'
import { namesIn } from '../measures/respondents/census.ts'
import { and, count, counted, mostWords, quote, typeset, wordsIn } from '../text/format.ts'
import type { Finding } from './finding.ts'
import { namesOf, type Rival, unquoted } from './ties.ts'

/**
 * « Douze des dix-neuf communes ont un conseil de jeunes », in figures. One or none of them has no plural verb: the title then leads.
 *
 * @param frame of the indicator
 * @param isFiltered the question was put to some of them only
 * @param leaders answers given as often as each other, more than all others; empty when the finding is no ranking
 */
export function censusSentence(
  { sentence: frame, title }: { sentence: string; title: string },
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
      `${title} : pas de résultat d’ensemble ; une seule ${one} sur ${count(census.population)} a répondu publiquement.`,
    )
  const missing = isAll
    ? ''
    : ` (${count(census.answered)} ${many} sur ${count(census.population)} publient leurs réponses)`
  if (leaders.length > 1) {
    const level = (which: string) => `${title} : ${which} arrivent à égalité.`
    const names = level(and(namesOf(leaders)))
    const first = wordsIn(names) > mostWords ? level(`${count(leaders.length)} réponses`) : names
    const of =
      estimate.base === 1
        ? `de la seule ${one} ${isFiltered ? 'à qui la question se pose' : 'qui se prononce'}`
        : hits === estimate.base
          ? `des ${counted(hits, one, many)}`
          : `${hits === 1 ? `d’une ${one}` : `de ${counted(hits, one, many)}`} sur ${count(estimate.base)}`
    return typeset(`${first} Chacune de ces réponses est celle ${of}${missing}.`)
  }
  const named = leaders.map(({ label }) => quote(unquoted(label)))
  if (hits < 2) {
    const first = named[0] ? `${named[0]}, ` : ''
    const only = `${one} ${isFiltered ? 'à qui la question se pose' : 'qui se prononce'}`
    const ofOne = hits === 0 ? `aucune, sur une seule ${only}` : `la seule ${only}`
    const ofMany = `${hits === 0 ? `aucune ${one}` : `1 ${one}`} sur ${count(estimate.base)}`
    return typeset(`${title} : ${first}${estimate.base === 1 ? ofOne : ofMany}${missing}.`)
  }
  // the frame of a question put to some of them says which: « {value} qui n’excluent pas une tournée … »
  const isNamed = /^\{value\} (?:qui|où|avec|sans|prêtes) /.test(frame)
  const isWhole = estimate.base === census.answered && !isNamed
  const all = isAll ? many : `${many} qui publient leurs réponses, sur ${count(census.population)},`
  const whole = isNamed ? many : isWhole ? all : `${many} qui se prononcent`
  const said =
    hits === estimate.base ? `les ${count(hits)} ${whole}` : `${count(hits)} des ${count(estimate.base)} ${whole}`
  const top = leaders[0]?.phrase ?? named[0] ?? ''
  const plain = frame.replace(/\s*\([^()]*\{(?:interval|base)\}[^()]*\)/g, '')
  const filled = plain.replaceAll('{value}', said).replaceAll('{top}', top)
  const sentence = filled.replace(/\s*\.?$/, `${isWhole ? '' : missing}.`)
  return typeset(sentence.charAt(0).toUpperCase() + sentence.slice(1))
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

/** The table of a finding with the communes that gave each answer; bars of counted bodies are never uncertain. */
export function namedPages(pages: Pick<Finding, 'table' | 'chart'>, subject: Subject): void {
  const { table, chart } = pages
  if (table) {
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
