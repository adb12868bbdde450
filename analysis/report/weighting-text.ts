/** What a report says of weights: the truth of its own findings. */
import { rules } from '../disclosure/rules.ts'
import { generalLimit } from '../findings/limits.ts'
import { and, counted, quote } from '../text/format.ts'
import { periodText, type ReportSource } from './source.ts'

/** Titles of the questionnaires with a weighted figure, and of those without any. */
function sides({ findings, questionnaires }: ReportSource): { weighted: string[]; plain: string[] } {
  const isWeighted = (slug: string) =>
    findings.some(
      (finding) => finding.questionnaire === slug && (finding.evidence.weighted || finding.weighted !== undefined),
    )
  const answered = questionnaires.filter(({ responses }) => responses > 0)
  return {
    weighted: answered.filter(({ slug }) => isWeighted(slug)).map(({ title }) => title),
    plain: answered.filter(({ slug }) => !isWeighted(slug)).map(({ title }) => title),
  }
}

/** The limit of every figure of the report, once. */
export function scopeText(source: ReportSource): string {
  const { weighted, plain } = sides(source)
  const scope = generalLimit(weighted.length > 0, 'Chaque résultat')
  if (weighted.length === 0 || plain.length === 0) return scope
  return `${scope} Sans redressement : ${and(plain.map(quote))}.`
}

/** How answers count, for the annex of method. */
export function weightText(source: ReportSource): string {
  const { weighted, plain } = sides(source)
  const each = 'Chaque réponse compte pour une'
  if (weighted.length === 0) return `${each}. Aucun redressement.`
  const own =
    plain.length === 0
      ? 'Les chiffres sont redressés'
      : `${each}, sauf pour ${and(weighted.map(quote))}, dont les chiffres sont redressés`
  return `${own} : post-stratification sur une marge, calage sur marges (raking) sur plusieurs ; sa variance est celle des résidus sur les marges.`
}

/** The line a reader copies under a figure, one per questionnaire somebody answered. */
export function lineToCopy(source: ReportSource): string[] {
  const { questionnaires, reached, digest } = source
  const { weighted } = sides(source)
  return questionnaires
    .filter(({ responses }) => responses > 0)
    .map(({ slug, title, responses, period }) => {
      const margins = reached
        .find((one) => one.slug === slug)
        ?.grids.map(({ base }) => /^Marges : (.*)$/.exec(base)?.[1])
        .find((one) => one !== undefined)
      const weights = weighted.includes(title) ? `redressés sur ${margins ?? 'les marges saisies'}` : 'non redressés'
      return `${title} : enquête auprès de volontaires, ${periodText(period)}, ${counted(responses, 'réponse', 'réponses')} ; résultats ${weights} ; intervalles de confiance à 95 % (Wilson, n effectif, bruit compris) ; comptes modifiés au hasard (méthode des clés de cellule), aucun groupe de moins de ${rules.leastDescribed} réponses n’est décrit ; empreinte ${digest.slice(0, 12)}.`
    })
}
