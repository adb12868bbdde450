/** What a report says of weights: the truth of its own findings. */
import { and, quote } from '../format.ts'
import { generalLimit } from '../limits.ts'
import type { ReportSource } from './source.ts'

/** Titles of the questionnaires with a weighted figure, and of those without any. */
function sides({ findings, questionnaires }: ReportSource): { weighted: string[]; plain: string[] } {
  const isWeighted = (slug: string) =>
    findings.some((finding) => finding.questionnaire === slug && finding.weighted !== undefined)
  const told = questionnaires.filter(({ responses }) => responses > 0)
  return {
    weighted: told.filter(({ slug }) => isWeighted(slug)).map(({ title }) => title),
    plain: told.filter(({ slug }) => !isWeighted(slug)).map(({ title }) => title),
  }
}

/** The limit of every figure of the report, once. */
export function scopeText(source: ReportSource): string {
  const { weighted, plain } = sides(source)
  if (weighted.length === 0) return generalLimit(false)
  if (plain.length === 0) return generalLimit(true)
  return `${generalLimit(true)} Sans redressement : ${and(plain.map(quote))}.`
}

/** How answers count, for the annex of method. */
export function weightText(source: ReportSource): string {
  const { weighted } = sides(source)
  const each = 'Chaque réponse compte pour une.'
  if (weighted.length === 0) return `${each} Aucun redressement.`
  return `${each} Pour ${and(weighted.map(quote))}, le même chiffre redressé est donné à côté : post-stratification sur une marge, calage sur marges (raking) sur plusieurs ; sa variance est celle des résidus sur les marges.`
}
